SELECT node FROM plan_calendar WHERE token_hash = $1 AND municipality_id = $2
