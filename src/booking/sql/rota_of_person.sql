SELECT id FROM booking_rota
WHERE municipality_id = $1 AND person = $2 AND ended_at = '' AND (last_day = '' OR last_day > $3) ORDER BY id
