SELECT COALESCE(MAX(edition), 0) AS number FROM goals_report WHERE municipality_id = $1 AND kind = $2 AND period = $3
