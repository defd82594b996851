-- When it was before staff moved it: whoever has the code alone reads on its page that it was. '' they did not.
ALTER TABLE booking_booking ADD COLUMN moved_from TEXT NOT NULL DEFAULT '';
