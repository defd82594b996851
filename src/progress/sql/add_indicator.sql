INSERT INTO progress_indicator (municipality_id, target, position, indicator) VALUES ($1, $2, $3, $4)
