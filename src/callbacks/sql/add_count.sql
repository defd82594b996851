INSERT INTO callbacks_count (municipality_id, day, unit, opened, ended, in_time, not_reached) VALUES ($1, $2, $3, $4, $5, $6, $7)
ON CONFLICT (municipality_id, day, unit) DO UPDATE SET
    opened = callbacks_count.opened + excluded.opened,
    ended = callbacks_count.ended + excluded.ended,
    in_time = callbacks_count.in_time + excluded.in_time,
    not_reached = callbacks_count.not_reached + excluded.not_reached
