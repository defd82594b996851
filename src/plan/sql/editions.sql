SELECT id, version, number, about, made_by, made_at, project_group_by, project_group_at, project_group_on, project_group_basis,
    owners_by, owners_at, owners_on, owners_basis, steering_group_by, steering_group_at, steering_group_on, steering_group_basis
FROM plan_edition WHERE municipality_id = $1 ORDER BY number DESC LIMIT 200
