UPDATE plan_edition SET version = version + 1, project_group_by = $4, project_group_at = $5, owners_by = $6, owners_at = $7,
    steering_group_by = $8, steering_group_at = $9 WHERE municipality_id = $1 AND id = $2 AND version = $3
