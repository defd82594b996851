SELECT id, activity_id, day, starts, ends, starts_at, ends_at, place, address, remote, led_by, capacity, minimum, decide_on,
       status, reason, taken, waiting, counted_at, version, changed_at, women, men, girls, boys, not_stated, did_not_come, note,
       asked, needs, fee, premises, material, travel, next_step, partners, needs_open, held_by, kind, purpose
FROM activities_session
WHERE municipality_id = $1 AND id = $2
