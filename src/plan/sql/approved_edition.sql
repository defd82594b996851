SELECT id, version, number, about, made_by, made_at, content, project_group_by, project_group_at, owners_by, owners_at,
    steering_group_by, steering_group_at FROM plan_edition
WHERE municipality_id = $1 AND steering_group_at <> '' ORDER BY number DESC LIMIT 1
