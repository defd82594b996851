-- Numbers of those who wait at a desk. A number is nobody's name; those of a day are deleted.
CREATE TABLE booking_queue (
    municipality_id TEXT NOT NULL,
    place TEXT NOT NULL,
    day TEXT NOT NULL,
    number INTEGER NOT NULL,
    taken_at TEXT NOT NULL,
    called_at TEXT NOT NULL,                       -- '' while it waits
    state TEXT NOT NULL,                           -- waiting, called, left
    form_key TEXT NOT NULL,                        -- hash of the form that took it: sent again it is the same number
    PRIMARY KEY (municipality_id, place, day, number)
) STRICT;

CREATE UNIQUE INDEX booking_queue_key ON booking_queue (municipality_id, place, day, form_key);
CREATE INDEX booking_queue_old ON booking_queue (municipality_id, day);
