INSERT INTO owners_address (municipality_id, link, address, language, given_at) VALUES ($1, $2, $3, $4, $5)
ON CONFLICT (municipality_id, link) DO UPDATE SET address = $3, language = $4, given_at = $5
