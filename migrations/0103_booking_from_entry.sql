-- A time that was booked from an entry of the log tells which: the entry says that it is booked, the time what it is about.
ALTER TABLE booking_booking ADD COLUMN booked_from TEXT NOT NULL DEFAULT '';   -- of the log, '' of none

CREATE INDEX booking_booking_booked_from ON booking_booking (municipality_id, booked_from) WHERE booked_from <> '';
