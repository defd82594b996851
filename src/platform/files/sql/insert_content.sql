-- Who comes second with the same writes nothing twice: on PostgreSQL it is told so and begins again.
INSERT INTO files_content (municipality_id, hash, bytes, parts, used_at)
VALUES ($1, $2, $3, $4, $5)
ON CONFLICT (municipality_id, hash) DO UPDATE SET used_at = excluded.used_at
