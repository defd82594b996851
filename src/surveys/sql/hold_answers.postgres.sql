-- Before anything is read: nobody answers until this has ended, and whoever did is seen.
LOCK TABLE surveys_spool IN SHARE ROW EXCLUSIVE MODE
