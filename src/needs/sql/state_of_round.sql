-- How a round stands.
SELECT state FROM needs_round WHERE municipality_id = $1 AND id = $2
