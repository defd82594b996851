-- What a network shares: each record is a member's own, says of which network it is and who sees it; what members say of a
-- period is signed, and stays as it was said.

CREATE TABLE network_profile (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    ended_at TEXT NOT NULL,
    title TEXT NOT NULL,
    title_order TEXT NOT NULL,
    network TEXT NOT NULL,
    about TEXT NOT NULL,
    function TEXT NOT NULL,
    project_ends TEXT NOT NULL,
    afterwards TEXT NOT NULL,
    level TEXT NOT NULL,
    search_text TEXT NOT NULL,
    PRIMARY KEY (municipality_id, id)
) STRICT;

CREATE INDEX network_profile_list ON network_profile (municipality_id, ended_at, title_order, id);

CREATE TABLE network_note (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    ended_at TEXT NOT NULL,
    title TEXT NOT NULL,
    title_order TEXT NOT NULL,
    kind TEXT NOT NULL,
    network TEXT NOT NULL,
    day TEXT NOT NULL,
    hours TEXT NOT NULL,
    place TEXT NOT NULL,
    about TEXT NOT NULL,
    links TEXT NOT NULL,
    is_pinned INTEGER NOT NULL,
    level TEXT NOT NULL,
    search_text TEXT NOT NULL,
    PRIMARY KEY (municipality_id, id)
) STRICT;

CREATE INDEX network_note_list ON network_note (municipality_id, ended_at, title_order, id);

CREATE TABLE network_role (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    ended_at TEXT NOT NULL,
    title TEXT NOT NULL,
    title_order TEXT NOT NULL,
    network TEXT NOT NULL,
    function TEXT NOT NULL,
    about TEXT NOT NULL,
    level TEXT NOT NULL,
    search_text TEXT NOT NULL,
    PRIMARY KEY (municipality_id, id)
) STRICT;

CREATE INDEX network_role_list ON network_role (municipality_id, ended_at, title_order, id);

CREATE TABLE network_mandate (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    ended_at TEXT NOT NULL,
    title TEXT NOT NULL,
    title_order TEXT NOT NULL,
    kind TEXT NOT NULL,
    network TEXT NOT NULL,
    day TEXT NOT NULL,
    last_day TEXT NOT NULL,
    decided_by TEXT NOT NULL,
    covers TEXT NOT NULL,
    about TEXT NOT NULL,
    links TEXT NOT NULL,
    level TEXT NOT NULL,
    search_text TEXT NOT NULL,
    PRIMARY KEY (municipality_id, id)
) STRICT;

CREATE INDEX network_mandate_list ON network_mandate (municipality_id, ended_at, title_order, id);

CREATE TABLE network_group (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    ended_at TEXT NOT NULL,
    title TEXT NOT NULL,
    title_order TEXT NOT NULL,
    network TEXT NOT NULL,
    function TEXT NOT NULL,
    organisations TEXT NOT NULL,
    about TEXT NOT NULL,
    level TEXT NOT NULL,
    search_text TEXT NOT NULL,
    PRIMARY KEY (municipality_id, id)
) STRICT;

CREATE INDEX network_group_list ON network_group (municipality_id, ended_at, title_order, id);

CREATE TABLE network_action (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    ended_at TEXT NOT NULL,
    title TEXT NOT NULL,
    title_order TEXT NOT NULL,
    of_group TEXT NOT NULL,
    function TEXT NOT NULL,
    due TEXT NOT NULL,
    state TEXT NOT NULL,
    about TEXT NOT NULL,
    search_text TEXT NOT NULL,
    PRIMARY KEY (municipality_id, id)
) STRICT;

CREATE INDEX network_action_list ON network_action (municipality_id, ended_at, title_order, id);

CREATE TABLE network_system (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    ended_at TEXT NOT NULL,
    title TEXT NOT NULL,
    title_order TEXT NOT NULL,
    kind TEXT NOT NULL,
    network TEXT NOT NULL,
    run_by TEXT NOT NULL,
    members TEXT NOT NULL,
    function TEXT NOT NULL,
    url TEXT NOT NULL,
    about TEXT NOT NULL,
    level TEXT NOT NULL,
    search_text TEXT NOT NULL,
    PRIMARY KEY (municipality_id, id)
) STRICT;

CREATE INDEX network_system_list ON network_system (municipality_id, ended_at, title_order, id);

CREATE TABLE network_visit (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    ended_at TEXT NOT NULL,
    title TEXT NOT NULL,
    title_order TEXT NOT NULL,
    network TEXT NOT NULL,
    direction TEXT NOT NULL,
    state TEXT NOT NULL,
    day TEXT NOT NULL,
    programme TEXT NOT NULL,
    notes TEXT NOT NULL,
    level TEXT NOT NULL,
    search_text TEXT NOT NULL,
    PRIMARY KEY (municipality_id, id)
) STRICT;

CREATE INDEX network_visit_list ON network_visit (municipality_id, ended_at, title_order, id);

CREATE TABLE network_start (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    ended_at TEXT NOT NULL,
    title TEXT NOT NULL,
    title_order TEXT NOT NULL,
    network TEXT NOT NULL,
    member TEXT NOT NULL,
    first_day TEXT NOT NULL,
    last_day TEXT NOT NULL,
    done TEXT NOT NULL,
    mentor TEXT NOT NULL,
    grants TEXT NOT NULL,
    needs_help INTEGER,
    why TEXT NOT NULL,
    level TEXT NOT NULL,
    search_text TEXT NOT NULL,
    PRIMARY KEY (municipality_id, id)
) STRICT;

CREATE INDEX network_start_list ON network_start (municipality_id, ended_at, title_order, id);

CREATE TABLE network_example (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    ended_at TEXT NOT NULL,
    title TEXT NOT NULL,
    title_order TEXT NOT NULL,
    network TEXT NOT NULL,
    municipality TEXT NOT NULL,
    year INTEGER,
    url TEXT NOT NULL,
    about TEXT NOT NULL,
    tags TEXT NOT NULL,
    level TEXT NOT NULL,
    search_text TEXT NOT NULL,
    PRIMARY KEY (municipality_id, id)
) STRICT;

CREATE INDEX network_example_list ON network_example (municipality_id, ended_at, title_order, id);

CREATE TABLE network_sharing (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    notes TEXT NOT NULL,
    roles TEXT NOT NULL,
    mandates TEXT NOT NULL,
    theme_groups TEXT NOT NULL,
    systems TEXT NOT NULL,
    visits TEXT NOT NULL,
    starts TEXT NOT NULL,
    examples TEXT NOT NULL,
    PRIMARY KEY (municipality_id, id)
) STRICT;

CREATE TABLE network_key (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    ended_at TEXT NOT NULL,
    title TEXT NOT NULL,
    title_order TEXT NOT NULL,
    network TEXT NOT NULL,
    member TEXT NOT NULL,
    public_key TEXT NOT NULL,
    key_id TEXT NOT NULL,
    search_text TEXT NOT NULL,
    PRIMARY KEY (municipality_id, id)
) STRICT;

CREATE INDEX network_key_list ON network_key (municipality_id, ended_at, title_order, id);

CREATE INDEX network_key_by_id ON network_key (key_id);

CREATE TABLE network_aggregate (
    municipality_id TEXT NOT NULL,
    network TEXT NOT NULL,
    period TEXT NOT NULL,
    revision INTEGER NOT NULL,
    payload TEXT NOT NULL,
    reason TEXT NOT NULL,
    key_id TEXT NOT NULL,
    signature TEXT NOT NULL,
    after_lock INTEGER NOT NULL,
    received_at TEXT NOT NULL,
    PRIMARY KEY (network, period, municipality_id, revision)
) STRICT;

CREATE TABLE network_lock (
    municipality_id TEXT NOT NULL,
    network TEXT NOT NULL,
    period TEXT NOT NULL,
    locked_at TEXT NOT NULL,
    PRIMARY KEY (network, period)
) STRICT;
