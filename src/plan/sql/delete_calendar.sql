DELETE FROM plan_calendar WHERE municipality_id = $1 AND node = $2
