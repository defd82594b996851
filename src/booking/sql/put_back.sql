UPDATE booking_booking SET state = 'booked', reason = '', lane = $4, version = version + 1, changed_by = $5, changed_at = $6,
    reminded_on = CASE WHEN state = 'excused' THEN reminded_on ELSE '' END
WHERE municipality_id = $1 AND id = $2 AND version = $3 AND state IN ('cancelled_by_us', 'excused')
