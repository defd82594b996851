-- Whether somebody reads the trail, and how long things are kept, without being an administrator.
ALTER TABLE accounts_account ADD COLUMN sees_privacy INTEGER NOT NULL DEFAULT 0;
