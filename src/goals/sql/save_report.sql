UPDATE goals_report SET version = version + 1, comments = $4, sent_at = $5, sent_by = $6, content = $7
WHERE municipality_id = $1 AND id = $2 AND version = $3 AND sent_at = ''
