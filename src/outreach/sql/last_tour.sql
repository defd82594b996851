SELECT MAX(day) AS day FROM outreach_tour WHERE municipality_id = $1 AND ended_at = '' AND state = 'held'
