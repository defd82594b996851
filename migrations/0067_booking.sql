-- What can be booked, who is where, and what there is to be booked, as registers keep it (platform/register).

CREATE TABLE booking_offer (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    ended_at TEXT NOT NULL,
    search_text TEXT NOT NULL,
    title TEXT NOT NULL,
    title_order TEXT NOT NULL,
    kind TEXT NOT NULL,                            -- guidance, show_and_try, assisted_visit, home_visit, computer, tablet, room, studio
    about TEXT NOT NULL,
    lengths TEXT NOT NULL,                         -- minutes, one a line
    topics TEXT NOT NULL,                          -- taxonomy keys
    function TEXT NOT NULL,                        -- who gives it; '' of things
    place TEXT NOT NULL,                           -- '' wherever the rota or the thing is
    lead_hours INTEGER,
    horizon_days INTEGER,
    rest_minutes INTEGER,
    travel_minutes INTEGER,                        -- there, and back
    drop_in_percent INTEGER,
    is_after_introduction INTEGER NOT NULL,
    is_published INTEGER NOT NULL,
    PRIMARY KEY (municipality_id, id)
) STRICT;

CREATE INDEX booking_offer_list ON booking_offer (municipality_id, ended_at, title_order, id);

CREATE TABLE booking_rota (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    ended_at TEXT NOT NULL,
    search_text TEXT NOT NULL,
    title TEXT NOT NULL,
    title_order TEXT NOT NULL,
    function TEXT NOT NULL,
    person TEXT NOT NULL,                          -- an account, '' whoever holds the function
    place TEXT NOT NULL,
    weekdays TEXT NOT NULL,                        -- mo, tu …
    hours TEXT NOT NULL,                           -- "9-12, 13-16"
    people INTEGER,
    first_day TEXT NOT NULL,
    last_day TEXT NOT NULL,
    PRIMARY KEY (municipality_id, id)
) STRICT;

CREATE INDEX booking_rota_list ON booking_rota (municipality_id, ended_at, title_order, id);

CREATE TABLE booking_exception (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    ended_at TEXT NOT NULL,
    search_text TEXT NOT NULL,
    title TEXT NOT NULL,
    title_order TEXT NOT NULL,
    kind TEXT NOT NULL,                            -- away, instead
    function TEXT NOT NULL,
    person TEXT NOT NULL,
    place TEXT NOT NULL,
    hours TEXT NOT NULL,
    first_day TEXT NOT NULL,
    last_day TEXT NOT NULL,
    PRIMARY KEY (municipality_id, id)
) STRICT;

CREATE INDEX booking_exception_list ON booking_exception (municipality_id, ended_at, title_order, id);

CREATE TABLE booking_resource (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    ended_at TEXT NOT NULL,
    search_text TEXT NOT NULL,
    title TEXT NOT NULL,
    title_order TEXT NOT NULL,
    kind TEXT NOT NULL,                            -- as of offers: computer, tablet, room, studio
    place TEXT NOT NULL,
    number INTEGER,                                -- so many alike
    persons INTEGER,                               -- that there is room for
    equipment TEXT NOT NULL,
    hours TEXT NOT NULL,                           -- from Monday to Friday; '' the place's own
    PRIMARY KEY (municipality_id, id)
) STRICT;

CREATE INDEX booking_resource_list ON booking_resource (municipality_id, ended_at, title_order, id);
