INSERT INTO files_part (municipality_id, hash, part, bytes) VALUES ($1, $2, $3, decode($4, 'base64'))
