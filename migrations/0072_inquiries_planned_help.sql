-- Working time that is planned for help: a weekly pattern of a unit and a function.
CREATE TABLE inquiries_planned_help (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    ended_at TEXT NOT NULL,
    search_text TEXT NOT NULL,
    title TEXT NOT NULL,
    title_order TEXT NOT NULL,
    unit TEXT NOT NULL,                            -- with those below it; '' every unit
    function TEXT NOT NULL,                        -- '' every function
    weekdays TEXT NOT NULL,                        -- mo, tu …
    hours TEXT NOT NULL,                           -- "9-12, 13-16"
    first_day TEXT NOT NULL,
    last_day TEXT NOT NULL,
    PRIMARY KEY (municipality_id, id)
) STRICT;

CREATE INDEX inquiries_planned_help_list ON inquiries_planned_help (municipality_id, ended_at, title_order, id);
