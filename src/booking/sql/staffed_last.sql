SELECT COALESCE(MAX(day), '') AS day FROM booking_staffed WHERE municipality_id = $1
