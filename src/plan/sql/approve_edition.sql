UPDATE plan_edition SET version = version + 1, project_group_by = $4, project_group_at = $5, project_group_on = $6,
    project_group_basis = $7, owners_by = $8, owners_at = $9, owners_on = $10, owners_basis = $11, steering_group_by = $12,
    steering_group_at = $13, steering_group_on = $14, steering_group_basis = $15
WHERE municipality_id = $1 AND id = $2 AND version = $3
