-- When a number that had been called was called once more; '' where it was not. How long it waited ends with the first call.
ALTER TABLE booking_queue ADD COLUMN again_at TEXT NOT NULL DEFAULT '';
