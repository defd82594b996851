INSERT INTO goals_told (municipality_id, question, edition, rows, told_at) VALUES ($1, $2, $3, $4, $5)
ON CONFLICT (municipality_id, question, edition) DO NOTHING
