SELECT content, number FROM plan_edition WHERE municipality_id = $1 AND number < $2 ORDER BY number DESC LIMIT 1
