SELECT created_at FROM plan_calendar WHERE municipality_id = $1 AND node = $2
