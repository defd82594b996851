SELECT COALESCE(MAX(number), 0) AS number FROM plan_edition WHERE municipality_id = $1
