-- Who is to be told by hand that we cancelled, before their time.
SELECT id, version, offer, place, topic, lane, day, starts_at, ends_at, minutes, state, channel, way, language, client_code,
    has_consented, two_people, body_hash, entry, reminded_on
FROM booking_booking
WHERE municipality_id = $1 AND day >= $2 AND state = 'cancelled_by_us' AND reminded_on = '' AND way <> 'none'
ORDER BY day, starts_at, id LIMIT 500
