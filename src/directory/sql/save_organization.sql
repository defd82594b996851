INSERT INTO directory_organization (municipality_id, id, name, type) VALUES ($1, $2, $3, $4)
ON CONFLICT (municipality_id, id) DO UPDATE SET name = excluded.name, type = excluded.type
