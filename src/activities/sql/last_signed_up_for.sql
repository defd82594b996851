SELECT MAX(day) AS day FROM activities_session WHERE municipality_id = $1 AND status <> 'cancelled' AND taken + waiting > 0
