-- What was said of a campaign week: where, when, to how many. Of staff alone.
CREATE TABLE activities_campaign_message (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    ended_at TEXT NOT NULL,
    campaign TEXT NOT NULL,
    message TEXT NOT NULL,
    channel TEXT NOT NULL,                         -- taxonomy found_us
    said_on TEXT NOT NULL,
    reached INTEGER,                               -- nothing: not known
    PRIMARY KEY (municipality_id, id)
) STRICT;

CREATE INDEX activities_campaign_message_day ON activities_campaign_message (municipality_id, ended_at, said_on, id);
CREATE INDEX activities_campaign_message_of ON activities_campaign_message (municipality_id, campaign);
