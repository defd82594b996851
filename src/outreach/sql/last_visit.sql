SELECT MAX(day) AS day FROM outreach_assisted_visit WHERE municipality_id = $1 AND ended_at = ''
