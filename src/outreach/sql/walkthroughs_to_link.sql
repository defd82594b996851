SELECT id, title, day FROM outreach_walkthrough WHERE municipality_id = $1 AND ended_at = '' ORDER BY day DESC, id LIMIT 2000
