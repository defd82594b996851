-- How those who book had heard of the help, as far as they say so, and how many of them came. Bookings go, the number stays.
ALTER TABLE booking_booking ADD COLUMN found_us TEXT NOT NULL DEFAULT '';      -- taxonomy found_us; '' they did not say

CREATE TABLE booking_found_us (
    municipality_id TEXT NOT NULL,
    day TEXT NOT NULL,
    place TEXT NOT NULL,
    offer TEXT NOT NULL,
    found_us TEXT NOT NULL,                        -- '' they did not say
    booked INTEGER NOT NULL,
    seen INTEGER NOT NULL,
    PRIMARY KEY (municipality_id, day, place, offer, found_us)
) STRICT;
