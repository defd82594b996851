INSERT INTO activities_session (municipality_id, id, activity_id, version, changed_at, day, starts, ends, starts_at, ends_at,
    place, address, remote, led_by, capacity, minimum, decide_on, status, reason, turn, taken, waiting, counted_at, note, asked,
    needs, held_by)
VALUES ($1, $2, $3, 1, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, 'planned', '', 0, 0, 0, '', '', '', '', $17)
