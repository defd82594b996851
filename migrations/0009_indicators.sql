-- Figures of municipalities. Figures are packed: one row holds one indicator's values of all municipalities for one
-- year and gender, as "0114=31.5 0115=? 0117=- …" (docs/decisions/0007-packed-figures.md).

CREATE TABLE indicators_version (
    id INTEGER NOT NULL PRIMARY KEY,
    version INTEGER NOT NULL
) STRICT;

INSERT INTO indicators_version (id, version) VALUES (1, 1);

-- The catalogues of all sources, and what municipalities count themselves (municipality_id not '').
CREATE TABLE indicators_indicator (
    id TEXT NOT NULL PRIMARY KEY,
    source TEXT NOT NULL,
    municipality_id TEXT NOT NULL,
    country TEXT NOT NULL,
    title TEXT NOT NULL,
    title_nb TEXT NOT NULL,
    title_en TEXT NOT NULL,
    definition TEXT NOT NULL,
    unit TEXT NOT NULL,
    operating_area TEXT NOT NULL,
    by_gender INTEGER NOT NULL,
    retired INTEGER NOT NULL,
    measure TEXT NOT NULL,
    direction TEXT NOT NULL,
    removed_at TEXT,
    changed_at TEXT NOT NULL
) STRICT;

CREATE INDEX indicators_indicator_municipality ON indicators_indicator (municipality_id, title);

CREATE TABLE indicators_figures (
    indicator_id TEXT NOT NULL,
    year INTEGER NOT NULL,
    gender TEXT NOT NULL,
    packed TEXT NOT NULL,
    origin TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    PRIMARY KEY (indicator_id, year, gender)
) STRICT;

-- A municipality's word on which way is good; the last one holds, the others are its history.
CREATE TABLE indicators_direction (
    id TEXT NOT NULL PRIMARY KEY,
    municipality_id TEXT NOT NULL,
    indicator_id TEXT NOT NULL,
    direction TEXT NOT NULL,
    reason TEXT NOT NULL,
    actor TEXT NOT NULL,
    set_at TEXT NOT NULL
) STRICT;

CREATE INDEX indicators_direction_of ON indicators_direction (municipality_id, indicator_id, id);

-- Groups of municipalities as their source names them; members with a space between.
CREATE TABLE indicators_group (
    id TEXT NOT NULL PRIMARY KEY,
    source TEXT NOT NULL,
    title TEXT NOT NULL,
    members TEXT NOT NULL
) STRICT;

-- Fetched beside the shipped ones.
CREATE TABLE indicators_followed (
    indicator_id TEXT NOT NULL PRIMARY KEY,
    actor TEXT NOT NULL,
    since TEXT NOT NULL
) STRICT;

-- Each fetch and import, and what it changed.
CREATE TABLE indicators_run (
    id TEXT NOT NULL PRIMARY KEY,
    source TEXT NOT NULL,
    kind TEXT NOT NULL,
    plan TEXT NOT NULL,
    started_at TEXT NOT NULL,
    finished_at TEXT,
    outcome TEXT NOT NULL,
    note TEXT NOT NULL,
    indicators_added INTEGER NOT NULL,
    indicators_removed INTEGER NOT NULL,
    indicators_retitled INTEGER NOT NULL,
    values_added INTEGER NOT NULL,
    values_revised INTEGER NOT NULL,
    values_withdrawn INTEGER NOT NULL,
    rows_refused INTEGER NOT NULL,
    unknown_statuses INTEGER NOT NULL
) STRICT;

CREATE INDEX indicators_run_started ON indicators_run (started_at);

CREATE TABLE indicators_run_change (
    id TEXT NOT NULL PRIMARY KEY,
    run_id TEXT NOT NULL REFERENCES indicators_run (id),
    kind TEXT NOT NULL,
    indicator_id TEXT NOT NULL,
    municipality_id TEXT NOT NULL,
    year INTEGER NOT NULL,
    gender TEXT NOT NULL,
    before_value TEXT NOT NULL,
    after_value TEXT NOT NULL
) STRICT;

CREATE INDEX indicators_run_change_run ON indicators_run_change (run_id, id);

-- What of a run is done, so that it goes on where it was cut off.
CREATE TABLE indicators_run_step (
    run_id TEXT NOT NULL REFERENCES indicators_run (id),
    step TEXT NOT NULL,
    PRIMARY KEY (run_id, step)
) STRICT;

-- Never two fetches of one source at once, across processes and machines.
CREATE TABLE indicators_lease (
    source TEXT NOT NULL PRIMARY KEY,
    holder TEXT NOT NULL,
    until TEXT NOT NULL
) STRICT;
