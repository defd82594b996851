UPDATE booking_booking SET lane = $4, day = $5, starts_at = $6, ends_at = $7, kept_from = $8, kept_until = $9, reminded_on = '',
    moved_from = CASE WHEN $12 = 0 OR moved_from = $6 THEN '' WHEN moved_from = '' THEN starts_at ELSE moved_from END,
    version = version + 1, changed_by = $10, changed_at = $11
WHERE municipality_id = $1 AND id = $2 AND version = $3
