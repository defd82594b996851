-- Who is to be told by hand that we cancelled, before their time.
SELECT id, version, offer, place, topic, lane, day, starts_at, ends_at, minutes, state, channel, way, language, client_code,
    has_consented, two_people, body_hash, entry, reminded_on, changed_at, audience, persons, found_us, booked_from,
    reason,
    COALESCE((SELECT MIN(t.lane) FROM booking_taken t WHERE two_people = 1 AND t.municipality_id = booking_booking.municipality_id
        AND t.booking_id = booking_booking.id AND t.lane <> booking_booking.lane), '') AS second_lane
FROM booking_booking
WHERE municipality_id = $1 AND day >= $2 AND state = 'cancelled_by_us' AND reminded_on = '' AND way <> 'none'
ORDER BY day, starts_at, id LIMIT 500
