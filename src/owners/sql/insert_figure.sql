INSERT INTO owners_figure (municipality_id, about, period, table_key, cells, counted) VALUES ($1, $2, $3, $4, $5, $6)
ON CONFLICT (municipality_id, about, period, table_key) DO NOTHING
