SELECT COUNT(*) AS number FROM plan_comment WHERE municipality_id = $1 AND document = $2
