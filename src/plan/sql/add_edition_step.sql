INSERT INTO plan_edition_step (municipality_id, edition, step, function, result, day, decision, what, why, noted_by, noted_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
