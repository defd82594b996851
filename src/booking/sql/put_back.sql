UPDATE booking_booking SET state = 'booked', reason = '', reminded_on = '', lane = $4, version = version + 1, changed_by = $5,
    changed_at = $6
WHERE municipality_id = $1 AND id = $2 AND version = $3 AND state = 'cancelled_by_us'
