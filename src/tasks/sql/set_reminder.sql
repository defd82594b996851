INSERT INTO tasks_reminder (municipality_id, account_id, rhythm, sent_on) VALUES ($1, $2, $3, '')
ON CONFLICT (municipality_id, account_id) DO UPDATE SET rhythm = $3
