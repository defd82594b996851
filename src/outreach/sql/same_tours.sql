-- The same visit written down already, under another id.
SELECT COUNT(*) AS number FROM outreach_tour
WHERE municipality_id = $1 AND day = $2 AND title = $3 AND hours = $4 AND id <> $5 AND ended_at = ''
