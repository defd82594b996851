SELECT CAST(COALESCE(SUM(number), 0) AS BIGINT) AS number FROM outreach_catch_up
WHERE municipality_id = $1 AND walkthrough = $2 AND id <> $3 AND ended_at = ''
