-- The campaign that an activity was in when it was held, once it goes into another; '' as its activity says.
ALTER TABLE activities_session ADD COLUMN campaign TEXT NOT NULL DEFAULT '';
