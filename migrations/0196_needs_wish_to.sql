-- To which function or group here a wish goes; '' where it goes to somebody who is only written.
ALTER TABLE needs_wish ADD COLUMN function TEXT NOT NULL DEFAULT '';
ALTER TABLE needs_wish ADD COLUMN body TEXT NOT NULL DEFAULT '';
