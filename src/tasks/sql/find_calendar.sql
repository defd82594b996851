SELECT account_id, municipality_id FROM tasks_calendar WHERE token_hash = $1
