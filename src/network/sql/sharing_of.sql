-- What one municipality chose, by kind.
SELECT notes, roles, mandates, systems, visits, examples FROM network_sharing WHERE municipality_id = $1
