SELECT way, state, CAST(COALESCE(SUM(number), 0) AS BIGINT) AS number FROM outreach_catch_up
WHERE municipality_id = $1 AND walkthrough = $2 AND ended_at = ''
GROUP BY way, state
ORDER BY way, state
