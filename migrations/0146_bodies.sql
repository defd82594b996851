-- Groups that meet and decide, what stands around a plan, systems, services and how new ones are introduced.

CREATE TABLE bodies_group (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    ended_at TEXT NOT NULL,
    title TEXT NOT NULL,
    title_order TEXT NOT NULL,
    kind TEXT NOT NULL,
    purpose TEXT NOT NULL,
    concerns TEXT NOT NULL,
    rhythm TEXT NOT NULL,
    starts TEXT NOT NULL,
    ends TEXT NOT NULL,
    function TEXT NOT NULL,
    shares_days INTEGER NOT NULL,
    search_text TEXT NOT NULL,
    PRIMARY KEY (municipality_id, id)
) STRICT;

CREATE INDEX bodies_group_list ON bodies_group (municipality_id, ended_at, title_order, id);

CREATE TABLE bodies_member (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    ended_at TEXT NOT NULL,
    title TEXT NOT NULL,
    title_order TEXT NOT NULL,
    body TEXT NOT NULL,
    part TEXT NOT NULL,
    percent INTEGER,
    function TEXT NOT NULL,
    search_text TEXT NOT NULL,
    PRIMARY KEY (municipality_id, id)
) STRICT;

CREATE INDEX bodies_member_list ON bodies_member (municipality_id, ended_at, title_order, id);

CREATE TABLE bodies_meeting (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    ended_at TEXT NOT NULL,
    title TEXT NOT NULL,
    title_order TEXT NOT NULL,
    body TEXT NOT NULL,
    day TEXT NOT NULL,
    begins TEXT NOT NULL,
    minutes_long INTEGER,
    venue TEXT NOT NULL,
    state TEXT NOT NULL,
    minutes TEXT NOT NULL,
    minutes_state TEXT NOT NULL,
    search_text TEXT NOT NULL,
    PRIMARY KEY (municipality_id, id)
) STRICT;

CREATE INDEX bodies_meeting_list ON bodies_meeting (municipality_id, ended_at, title_order, id);

CREATE TABLE bodies_item (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    ended_at TEXT NOT NULL,
    title TEXT NOT NULL,
    title_order TEXT NOT NULL,
    meeting TEXT NOT NULL,
    place INTEGER,
    kind TEXT NOT NULL,
    proposal TEXT NOT NULL,
    paper TEXT NOT NULL,
    papers TEXT NOT NULL,
    economic TEXT NOT NULL,
    administrative TEXT NOT NULL,
    search_text TEXT NOT NULL,
    PRIMARY KEY (municipality_id, id)
) STRICT;

CREATE INDEX bodies_item_list ON bodies_item (municipality_id, ended_at, title_order, id);

CREATE TABLE bodies_decision (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    ended_at TEXT NOT NULL,
    title TEXT NOT NULL,
    title_order TEXT NOT NULL,
    body TEXT NOT NULL,
    meeting TEXT NOT NULL,
    day TEXT NOT NULL,
    result TEXT NOT NULL,
    concerns TEXT NOT NULL,
    basis TEXT NOT NULL,
    address TEXT NOT NULL,
    economic TEXT NOT NULL,
    administrative TEXT NOT NULL,
    state TEXT NOT NULL,
    due TEXT NOT NULL,
    function TEXT NOT NULL,
    outcome TEXT NOT NULL,
    is_published INTEGER NOT NULL,
    search_text TEXT NOT NULL,
    PRIMARY KEY (municipality_id, id)
) STRICT;

CREATE INDEX bodies_decision_list ON bodies_decision (municipality_id, ended_at, title_order, id);

CREATE TABLE bodies_handover (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    ended_at TEXT NOT NULL,
    title TEXT NOT NULL,
    title_order TEXT NOT NULL,
    body TEXT NOT NULL,
    day TEXT NOT NULL,
    state TEXT NOT NULL,
    about TEXT NOT NULL,
    search_text TEXT NOT NULL,
    PRIMARY KEY (municipality_id, id)
) STRICT;

CREATE INDEX bodies_handover_list ON bodies_handover (municipality_id, ended_at, title_order, id);

CREATE TABLE bodies_handover_point (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    ended_at TEXT NOT NULL,
    title TEXT NOT NULL,
    title_order TEXT NOT NULL,
    handover TEXT NOT NULL,
    kind TEXT NOT NULL,
    state TEXT NOT NULL,
    evidence TEXT NOT NULL,
    day TEXT NOT NULL,
    function TEXT NOT NULL,
    search_text TEXT NOT NULL,
    PRIMARY KEY (municipality_id, id)
) STRICT;

CREATE INDEX bodies_handover_point_list ON bodies_handover_point (municipality_id, ended_at, title_order, id);

CREATE TABLE bodies_rollout (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    ended_at TEXT NOT NULL,
    title TEXT NOT NULL,
    title_order TEXT NOT NULL,
    region TEXT NOT NULL,
    state TEXT NOT NULL,
    day TEXT NOT NULL,
    about TEXT NOT NULL,
    search_text TEXT NOT NULL,
    PRIMARY KEY (municipality_id, id)
) STRICT;

CREATE INDEX bodies_rollout_list ON bodies_rollout (municipality_id, ended_at, title_order, id);

CREATE TABLE bodies_method (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    ended_at TEXT NOT NULL,
    title TEXT NOT NULL,
    title_order TEXT NOT NULL,
    kind TEXT NOT NULL,
    who TEXT NOT NULL,
    times INTEGER,
    day TEXT NOT NULL,
    concerns TEXT NOT NULL,
    result TEXT NOT NULL,
    source TEXT NOT NULL,
    search_text TEXT NOT NULL,
    PRIMARY KEY (municipality_id, id)
) STRICT;

CREATE INDEX bodies_method_list ON bodies_method (municipality_id, ended_at, title_order, id);

CREATE TABLE bodies_factor (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    position INTEGER NOT NULL,
    title TEXT NOT NULL,
    kind TEXT NOT NULL,
    function TEXT NOT NULL,
    about TEXT NOT NULL,
    PRIMARY KEY (municipality_id, id)
) STRICT;

CREATE TABLE bodies_demography (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    ended_at TEXT NOT NULL,
    title TEXT NOT NULL,
    title_order TEXT NOT NULL,
    figure TEXT NOT NULL,
    year INTEGER,
    source TEXT NOT NULL,
    is_forecast INTEGER NOT NULL,
    about TEXT NOT NULL,
    search_text TEXT NOT NULL,
    PRIMARY KEY (municipality_id, id)
) STRICT;

CREATE INDEX bodies_demography_list ON bodies_demography (municipality_id, ended_at, title_order, id);

CREATE TABLE bodies_check (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    ended_at TEXT NOT NULL,
    title TEXT NOT NULL,
    title_order TEXT NOT NULL,
    checklist TEXT NOT NULL,
    concerns TEXT NOT NULL,
    answer TEXT NOT NULL,
    evidence TEXT NOT NULL,
    day TEXT NOT NULL,
    search_text TEXT NOT NULL,
    PRIMARY KEY (municipality_id, id)
) STRICT;

CREATE INDEX bodies_check_list ON bodies_check (municipality_id, ended_at, title_order, id);

CREATE TABLE bodies_system (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    ended_at TEXT NOT NULL,
    title TEXT NOT NULL,
    title_order TEXT NOT NULL,
    layer TEXT NOT NULL,
    processes TEXT NOT NULL,
    used_fully INTEGER,
    trained INTEGER,
    missing TEXT NOT NULL,
    need TEXT NOT NULL,
    integrations TEXT NOT NULL,
    duplicates INTEGER,
    shared_platform TEXT NOT NULL,
    shared_with TEXT NOT NULL,
    debt TEXT NOT NULL,
    debt_about TEXT NOT NULL,
    debt_cost INTEGER,
    debt_plan TEXT NOT NULL,
    function TEXT NOT NULL,
    unit TEXT NOT NULL,
    search_text TEXT NOT NULL,
    PRIMARY KEY (municipality_id, id)
) STRICT;

CREATE INDEX bodies_system_list ON bodies_system (municipality_id, ended_at, title_order, id);

CREATE TABLE bodies_introduction_rule (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    position INTEGER NOT NULL,
    title TEXT NOT NULL,
    function TEXT NOT NULL,
    about TEXT NOT NULL,
    PRIMARY KEY (municipality_id, id)
) STRICT;

CREATE TABLE bodies_introduction (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    ended_at TEXT NOT NULL,
    title TEXT NOT NULL,
    title_order TEXT NOT NULL,
    kind TEXT NOT NULL,
    day TEXT NOT NULL,
    function TEXT NOT NULL,
    about TEXT NOT NULL,
    search_text TEXT NOT NULL,
    PRIMARY KEY (municipality_id, id)
) STRICT;

CREATE INDEX bodies_introduction_list ON bodies_introduction (municipality_id, ended_at, title_order, id);

CREATE TABLE bodies_introduction_step (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    ended_at TEXT NOT NULL,
    title TEXT NOT NULL,
    title_order TEXT NOT NULL,
    introduction TEXT NOT NULL,
    place INTEGER,
    state TEXT NOT NULL,
    evidence TEXT NOT NULL,
    day TEXT NOT NULL,
    function TEXT NOT NULL,
    search_text TEXT NOT NULL,
    PRIMARY KEY (municipality_id, id)
) STRICT;

CREATE INDEX bodies_introduction_step_list ON bodies_introduction_step (municipality_id, ended_at, title_order, id);

CREATE TABLE bodies_tier (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    ended_at TEXT NOT NULL,
    title TEXT NOT NULL,
    title_order TEXT NOT NULL,
    tier TEXT NOT NULL,
    day TEXT NOT NULL,
    about TEXT NOT NULL,
    unit TEXT NOT NULL,
    search_text TEXT NOT NULL,
    PRIMARY KEY (municipality_id, id)
) STRICT;

CREATE INDEX bodies_tier_list ON bodies_tier (municipality_id, ended_at, title_order, id);
