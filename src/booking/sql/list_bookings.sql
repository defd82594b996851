SELECT id, version, offer, place, topic, lane, day, starts_at, ends_at, minutes, state, channel, way, language, client_code,
    has_consented, two_people, body_hash, entry, reminded_on
FROM booking_booking WHERE municipality_id = $1 AND day >= $2 AND day <= $3 AND (starts_at > $4 OR (starts_at = $4 AND id > $5))
ORDER BY day, starts_at, id LIMIT $6
