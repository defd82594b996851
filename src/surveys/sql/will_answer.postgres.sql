-- Before anything is read: whoever closes or deletes waits for this, or this for them.
LOCK TABLE surveys_spool IN ROW EXCLUSIVE MODE
