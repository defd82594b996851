INSERT INTO plan_edition (municipality_id, id, version, number, about, made_by, made_at, content, project_group_by,
    project_group_at, owners_by, owners_at, steering_group_by, steering_group_at)
VALUES ($1, $2, 1, $3, $4, $5, $6, $7, '', '', '', '', '', '')
