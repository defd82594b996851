SELECT id FROM plan_document WHERE municipality_id = $1 AND id = $2
