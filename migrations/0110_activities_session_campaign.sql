-- The campaign that an activity was in when it was held, once it goes into another; '' as its activity says.
ALTER TABLE activities_session ADD COLUMN campaign TEXT NOT NULL DEFAULT '';

-- Weeks are read newest first.
CREATE INDEX activities_campaign_newest ON activities_campaign (municipality_id, ended_at, first_day, id);
