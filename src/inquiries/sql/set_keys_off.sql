INSERT INTO inquiries_person (municipality_id, account_id, keys_off) VALUES ($1, $2, $3)
ON CONFLICT (municipality_id, account_id) DO UPDATE SET keys_off = excluded.keys_off
