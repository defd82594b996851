INSERT INTO booking_booking (municipality_id, id, version, offer, place, topic, lane, day, starts_at, ends_at, kept_from,
    kept_until, minutes, state, channel, way, language, client_code, has_consented, two_people, code_hash, body_hash, entry,
    reminded_on, created_by, created_at, changed_by, changed_at, audience, persons, booked_from,
    found_us)
VALUES ($1, $2, 1, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 'booked', $13, $14, $15, $16, $17, $18, $19, $20, '', '', $21, $22,
    $21, $22, $23, $24, $25, $26)
