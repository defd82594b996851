UPDATE booking_rota SET version = version + 1, changed_at = $4, last_day = $3
WHERE municipality_id = $1 AND person = $2 AND ended_at = '' AND (last_day = '' OR last_day > $3)
  AND (first_day = '' OR first_day <= $3)
