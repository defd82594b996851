-- Of some one is with it all the way: whoever signs up has a seat at every session to come, under one code.
ALTER TABLE activities_activity ADD COLUMN all_along INTEGER NOT NULL DEFAULT 0;
