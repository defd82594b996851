-- From invitation to attendance: who was invited and how, how those who signed up had heard of it, and what was tried to reach
-- more; courses for a role group with their own material.

-- How many were invited in one way to an activity, or to its sessions of one day.
CREATE TABLE activities_invitation (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    ended_at TEXT NOT NULL,
    activity TEXT NOT NULL,
    session_day TEXT NOT NULL,                     -- '' to all of its sessions
    channel TEXT NOT NULL,                         -- taxonomy found_us
    number INTEGER,
    invited_on TEXT NOT NULL,
    about TEXT NOT NULL,
    PRIMARY KEY (municipality_id, id)
) STRICT;

CREATE INDEX activities_invitation_day ON activities_invitation (municipality_id, ended_at, invited_on, id);
CREATE INDEX activities_invitation_of ON activities_invitation (municipality_id, activity);

CREATE TABLE activities_experiment (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    ended_at TEXT NOT NULL,
    search_text TEXT NOT NULL,
    title TEXT NOT NULL,
    title_order TEXT NOT NULL,
    about TEXT NOT NULL,
    first_day TEXT NOT NULL,
    last_day TEXT NOT NULL,
    activity TEXT NOT NULL,                        -- '' of a campaign, or of all activities
    campaign TEXT NOT NULL,
    channel TEXT NOT NULL,                         -- taxonomy found_us; '' none in particular
    expected TEXT NOT NULL,
    outcome TEXT NOT NULL,                         -- worked, partly, failed; '' it goes on
    result TEXT NOT NULL,
    next_step TEXT NOT NULL,
    unit TEXT NOT NULL,
    PRIMARY KEY (municipality_id, id)
) STRICT;

CREATE INDEX activities_experiment_list ON activities_experiment (municipality_id, ended_at, title_order, id);

-- Persons who are or were signed up, by how they had heard of it, as far as they said so. Sign-ups go, the number stays.
CREATE TABLE activities_heard (
    municipality_id TEXT NOT NULL,
    session_id TEXT NOT NULL,
    channel TEXT NOT NULL,
    persons INTEGER NOT NULL,
    PRIMARY KEY (municipality_id, session_id, channel)
) STRICT;

ALTER TABLE activities_sign_up ADD COLUMN found_us TEXT NOT NULL DEFAULT '';    -- taxonomy found_us; '' they did not say
ALTER TABLE activities_activity ADD COLUMN role_group TEXT NOT NULL DEFAULT '';  -- guardian, relative, care …; '' everyone
ALTER TABLE activities_activity ADD COLUMN material TEXT NOT NULL DEFAULT '';    -- its own: links
