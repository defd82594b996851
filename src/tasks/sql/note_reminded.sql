-- Changes no row where somebody else has sent it meanwhile, or it is not wanted so any more.
INSERT INTO tasks_reminder (municipality_id, account_id, rhythm, sent_on) VALUES ($1, $2, $3, $4)
ON CONFLICT (municipality_id, account_id) DO UPDATE SET sent_on = $4
WHERE tasks_reminder.sent_on = $5 AND tasks_reminder.rhythm = $3
