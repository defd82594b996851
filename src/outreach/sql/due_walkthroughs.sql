SELECT id FROM outreach_walkthrough WHERE municipality_id = $1 AND day < $2 ORDER BY day, id LIMIT $3
