UPDATE activities_session SET version = version + 1, changed_at = $4, day = $5, starts = $6, ends = $7, starts_at = $8,
    ends_at = $9, place = $10, address = $11, remote = $12, led_by = $13, capacity = $14, minimum = $15, decide_on = $16,
    held_by = $17
WHERE municipality_id = $1 AND id = $2 AND version = $3
