SELECT number, steering_group_on, steering_group_at FROM plan_edition
WHERE municipality_id = $1 AND steering_group_at <> '' ORDER BY number DESC LIMIT 1
