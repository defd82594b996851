INSERT INTO municipality_network (key, name) VALUES ($1, $2)
ON CONFLICT (key) DO UPDATE SET name = excluded.name
