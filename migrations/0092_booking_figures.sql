-- What is counted of bookings, now by topic and by the way they were made, too. What was counted before says neither.
CREATE TABLE booking_figure (
    municipality_id TEXT NOT NULL,
    day TEXT NOT NULL,
    place TEXT NOT NULL,
    offer TEXT NOT NULL,
    topic TEXT NOT NULL,                           -- '' none
    channel TEXT NOT NULL,                         -- page, staff, api; '' not known
    booked INTEGER NOT NULL,
    seen INTEGER NOT NULL,
    did_not_come INTEGER NOT NULL,
    cancelled INTEGER NOT NULL,
    minutes INTEGER NOT NULL,                      -- of those that were seen
    PRIMARY KEY (municipality_id, day, place, offer, topic, channel)
) STRICT;

INSERT INTO booking_figure (municipality_id, day, place, offer, topic, channel, booked, seen, did_not_come, cancelled, minutes)
SELECT municipality_id, day, place, offer, '', '', booked, seen, did_not_come, cancelled, minutes FROM booking_count;

DROP TABLE booking_count;
