INSERT INTO owners_letter (municipality_id, link, month, letter, added_at) VALUES ($1, $2, $3, $4, $5)
ON CONFLICT (municipality_id, link, month) DO NOTHING
