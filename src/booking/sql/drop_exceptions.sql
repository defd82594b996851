UPDATE booking_exception SET version = version + 1, changed_at = $4, ended_at = $4
WHERE municipality_id = $1 AND person = $2 AND ended_at = '' AND kind = 'instead' AND last_day > $3
