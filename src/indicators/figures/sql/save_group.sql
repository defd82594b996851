INSERT INTO indicators_group (id, source, title, members) VALUES ($1, $2, $3, $4)
ON CONFLICT (id) DO UPDATE SET title = excluded.title, members = excluded.members
