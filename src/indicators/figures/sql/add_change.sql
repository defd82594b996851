INSERT INTO indicators_run_change (id, run_id, kind, indicator_id, municipality_id, year, gender, before_value, after_value)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
