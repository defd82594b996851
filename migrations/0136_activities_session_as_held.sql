-- As what it was held, once its activity is said to be something else. NULL: as its activity says.
ALTER TABLE activities_session ADD COLUMN kind TEXT;
ALTER TABLE activities_session ADD COLUMN purpose TEXT;
ALTER TABLE activities_session ADD COLUMN topics TEXT;
ALTER TABLE activities_session ADD COLUMN languages TEXT;
ALTER TABLE activities_session ADD COLUMN leader TEXT;
ALTER TABLE activities_session ADD COLUMN role_group TEXT;
