UPDATE booking_booking SET state = $4, version = version + 1, changed_by = $5, changed_at = $6
WHERE municipality_id = $1 AND id = $2 AND version = $3
