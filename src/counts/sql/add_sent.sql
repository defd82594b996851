INSERT INTO counts_sent (municipality_id, actor, sent_key, content, count_id, created_at) VALUES ($1, $2, $3, $4, $5, $6)
