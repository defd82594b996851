-- How often somebody who has booked wants to be told; those before were reminded. With the contact, so that it goes when that does.
ALTER TABLE booking_contact ADD COLUMN how_often TEXT NOT NULL DEFAULT 'each';   -- only: where the time itself changes; each: reminded, too
