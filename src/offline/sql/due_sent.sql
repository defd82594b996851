SELECT municipality_id, sent_id FROM offline_sent WHERE received_at < $1 ORDER BY received_at LIMIT $2
