-- Why staff cancelled it, as whoever booked reads it. '' nothing was said.
ALTER TABLE booking_booking ADD COLUMN reason TEXT NOT NULL DEFAULT '';
