-- Hash of the form that called it: sent again it calls nobody else. '' while it waits.
ALTER TABLE booking_queue ADD COLUMN called_key TEXT NOT NULL DEFAULT '';
