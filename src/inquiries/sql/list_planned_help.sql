SELECT unit, function, weekdays, hours, first_day, last_day FROM inquiries_planned_help
WHERE municipality_id = $1 AND ended_at = '' ORDER BY id
