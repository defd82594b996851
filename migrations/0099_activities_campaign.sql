-- A campaign or theme week: its days, who takes part, what it is to reach. Activities name it by its title.
CREATE TABLE activities_campaign (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    ended_at TEXT NOT NULL,
    search_text TEXT NOT NULL,
    title TEXT NOT NULL,
    title_order TEXT NOT NULL,
    theme TEXT NOT NULL,
    first_day TEXT NOT NULL,
    last_day TEXT NOT NULL,
    about TEXT NOT NULL,
    partners TEXT NOT NULL,                        -- organisations, one a line
    goal_sessions INTEGER,
    goal_participants INTEGER,
    unit TEXT NOT NULL,
    is_published INTEGER NOT NULL,
    slug TEXT NOT NULL,
    PRIMARY KEY (municipality_id, id)
) STRICT;

CREATE INDEX activities_campaign_list ON activities_campaign (municipality_id, ended_at, title_order, id);
