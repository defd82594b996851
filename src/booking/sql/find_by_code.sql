SELECT id, version, offer, place, topic, lane, day, starts_at, ends_at, minutes, state, channel, way, language, client_code,
    has_consented, two_people, body_hash, entry, reminded_on, changed_at, audience, persons, found_us, booked_from,
    reason, moved_from,
    COALESCE((SELECT MIN(t.lane) FROM booking_taken t WHERE two_people = 1 AND t.municipality_id = booking_booking.municipality_id
        AND t.booking_id = booking_booking.id AND t.lane <> booking_booking.lane), '') AS second_lane
FROM booking_booking WHERE municipality_id = $1 AND code_hash IN ($2, $3)
