INSERT INTO offline_sent (municipality_id, sent_id, entry_id, received_at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING
