-- What municipalities chose, by kind.
SELECT municipality_id, notes, roles, mandates, theme_groups, systems, visits, starts, examples FROM network_sharing
