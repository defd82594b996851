DELETE FROM tasks_calendar WHERE municipality_id = $1 AND account_id = $2
