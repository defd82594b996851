-- Where a place that moves around stops, such as a book bus: a time on a weekday that comes again.

CREATE TABLE directory_stop (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    ended_at TEXT NOT NULL,                        -- '' while it is in use
    search_text TEXT NOT NULL,
    name TEXT NOT NULL,                            -- 'Torget, Ljustorp'
    name_order TEXT NOT NULL,
    place_id TEXT NOT NULL,                        -- of directory_place
    address TEXT NOT NULL,
    weekday TEXT NOT NULL,                         -- 'mo' to 'su'
    every TEXT NOT NULL,                           -- weeks from one time to the next: '1' to '4'
    times TEXT NOT NULL,                           -- '14:00-14:45'
    starts TEXT NOT NULL,                          -- days, '' where it is open
    ends TEXT NOT NULL,
    left_out TEXT NOT NULL,                        -- days, one a line
    on_holidays INTEGER NOT NULL,
    note TEXT NOT NULL,
    PRIMARY KEY (municipality_id, id)
) STRICT;

CREATE INDEX directory_stop_list ON directory_stop (municipality_id, ended_at, name_order, id);
CREATE INDEX directory_stop_place ON directory_stop (municipality_id, ended_at, place_id, name_order, id);
