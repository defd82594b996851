SELECT COALESCE(MAX(sent_at), '') AS sent_at FROM goals_report WHERE municipality_id = $1
