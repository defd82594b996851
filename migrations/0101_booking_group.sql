-- Of times at which something is shown and tried: for whom, and how many come.
ALTER TABLE booking_booking ADD COLUMN audience TEXT NOT NULL DEFAULT '';      -- resident, relative, staff; '' of all else
ALTER TABLE booking_booking ADD COLUMN persons INTEGER;
