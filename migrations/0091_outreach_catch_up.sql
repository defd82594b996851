-- Something was walked through with a group, such as parents; those who did not come get it in another way. Numbers alone.

CREATE TABLE outreach_walkthrough (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    ended_at TEXT NOT NULL,
    search_text TEXT NOT NULL,
    title TEXT NOT NULL,                           -- the group
    title_order TEXT NOT NULL,
    system TEXT NOT NULL,                          -- a digital system that residents must use
    activity TEXT NOT NULL,
    day TEXT NOT NULL,
    place TEXT NOT NULL,
    invited INTEGER,
    came INTEGER,
    about TEXT NOT NULL,                           -- what those get who did not come
    done_by TEXT NOT NULL,
    unit TEXT NOT NULL,
    PRIMARY KEY (municipality_id, id)
) STRICT;

CREATE INDEX outreach_walkthrough_list ON outreach_walkthrough (municipality_id, ended_at, title_order, id);
CREATE INDEX outreach_walkthrough_day ON outreach_walkthrough (municipality_id, day, id);

CREATE TABLE outreach_catch_up (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    ended_at TEXT NOT NULL,
    walkthrough TEXT NOT NULL,
    way TEXT NOT NULL,                             -- email, e_service, paper, introduction, development, phone, next
    number INTEGER,
    state TEXT NOT NULL,                           -- planned, done
    day TEXT NOT NULL,
    note TEXT NOT NULL,
    PRIMARY KEY (municipality_id, id)
) STRICT;

CREATE INDEX outreach_catch_up_of ON outreach_catch_up (municipality_id, walkthrough, id);
