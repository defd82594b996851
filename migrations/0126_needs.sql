-- What residents need: rounds of a mapping with questions, answers, recommendations and examples, and the lists beside them.

CREATE TABLE needs_round (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    ended_at TEXT NOT NULL,
    title TEXT NOT NULL,
    title_order TEXT NOT NULL,
    mark TEXT NOT NULL,
    first_day TEXT NOT NULL,
    last_day TEXT NOT NULL,
    state TEXT NOT NULL,
    shared TEXT NOT NULL,
    scope TEXT NOT NULL,
    method TEXT NOT NULL,
    stated_sections TEXT NOT NULL,
    source TEXT NOT NULL,
    begins_with TEXT NOT NULL,
    unit TEXT NOT NULL,
    search_text TEXT NOT NULL,
    PRIMARY KEY (municipality_id, id)
) STRICT;

CREATE INDEX needs_round_list ON needs_round (municipality_id, ended_at, title_order, id);

CREATE TABLE needs_question (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    ended_at TEXT NOT NULL,
    title TEXT NOT NULL,
    title_order TEXT NOT NULL,
    code TEXT NOT NULL,
    code_order TEXT NOT NULL,
    part TEXT NOT NULL,
    round TEXT NOT NULL,
    search_text TEXT NOT NULL,
    PRIMARY KEY (municipality_id, id)
) STRICT;

CREATE INDEX needs_question_list ON needs_question (municipality_id, ended_at, title_order, id);

CREATE TABLE needs_answer (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    ended_at TEXT NOT NULL,
    title TEXT NOT NULL,
    title_order TEXT NOT NULL,
    round TEXT NOT NULL,
    area TEXT NOT NULL,
    question TEXT NOT NULL,
    kind TEXT NOT NULL,
    certainty TEXT NOT NULL,
    roles TEXT NOT NULL,
    way TEXT NOT NULL,
    informants INTEGER,
    resident_asked INTEGER,
    day TEXT NOT NULL,
    state TEXT NOT NULL,
    more TEXT NOT NULL,
    source TEXT NOT NULL,
    wording TEXT NOT NULL,
    unit TEXT NOT NULL,
    search_text TEXT NOT NULL,
    PRIMARY KEY (municipality_id, id)
) STRICT;

CREATE INDEX needs_answer_list ON needs_answer (municipality_id, ended_at, title_order, id);

CREATE TABLE needs_recommendation (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    ended_at TEXT NOT NULL,
    title TEXT NOT NULL,
    title_order TEXT NOT NULL,
    round TEXT NOT NULL,
    area TEXT NOT NULL,
    kind TEXT NOT NULL,
    state TEXT NOT NULL,
    due TEXT NOT NULL,
    function TEXT NOT NULL,
    activity TEXT NOT NULL,
    outcome TEXT NOT NULL,
    source TEXT NOT NULL,
    wording TEXT NOT NULL,
    unit TEXT NOT NULL,
    search_text TEXT NOT NULL,
    PRIMARY KEY (municipality_id, id)
) STRICT;

CREATE INDEX needs_recommendation_list ON needs_recommendation (municipality_id, ended_at, title_order, id);

CREATE TABLE needs_example (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    ended_at TEXT NOT NULL,
    title TEXT NOT NULL,
    title_order TEXT NOT NULL,
    about TEXT NOT NULL,
    tags TEXT NOT NULL,
    shared TEXT NOT NULL,
    credit TEXT NOT NULL,
    source TEXT NOT NULL,
    copied_from TEXT NOT NULL,
    wording TEXT NOT NULL,
    unit TEXT NOT NULL,
    search_text TEXT NOT NULL,
    PRIMARY KEY (municipality_id, id)
) STRICT;

CREATE INDEX needs_example_list ON needs_example (municipality_id, ended_at, title_order, id);

CREATE TABLE needs_group (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    ended_at TEXT NOT NULL,
    title TEXT NOT NULL,
    title_order TEXT NOT NULL,
    target_group TEXT NOT NULL,
    people INTEGER,
    year INTEGER,
    source TEXT NOT NULL,
    barriers TEXT NOT NULL,
    met_at TEXT NOT NULL,
    steps TEXT NOT NULL,
    has_somebody INTEGER,
    about TEXT NOT NULL,
    unit TEXT NOT NULL,
    search_text TEXT NOT NULL,
    PRIMARY KEY (municipality_id, id)
) STRICT;

CREATE INDEX needs_group_list ON needs_group (municipality_id, ended_at, title_order, id);

CREATE TABLE needs_supporter (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    ended_at TEXT NOT NULL,
    title TEXT NOT NULL,
    title_order TEXT NOT NULL,
    of_group TEXT NOT NULL,
    decides TEXT NOT NULL,
    met_at TEXT NOT NULL,
    needs TEXT NOT NULL,
    unit TEXT NOT NULL,
    search_text TEXT NOT NULL,
    PRIMARY KEY (municipality_id, id)
) STRICT;

CREATE INDEX needs_supporter_list ON needs_supporter (municipality_id, ended_at, title_order, id);

CREATE TABLE needs_equipment (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    ended_at TEXT NOT NULL,
    title TEXT NOT NULL,
    title_order TEXT NOT NULL,
    place TEXT NOT NULL,
    wifi INTEGER,
    devices TEXT NOT NULL,
    rooms TEXT NOT NULL,
    function TEXT NOT NULL,
    day TEXT NOT NULL,
    idea TEXT NOT NULL,
    supporters INTEGER,
    unit TEXT NOT NULL,
    search_text TEXT NOT NULL,
    PRIMARY KEY (municipality_id, id)
) STRICT;

CREATE INDEX needs_equipment_list ON needs_equipment (municipality_id, ended_at, title_order, id);

CREATE TABLE needs_challenge (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    ended_at TEXT NOT NULL,
    title TEXT NOT NULL,
    title_order TEXT NOT NULL,
    origin TEXT NOT NULL,
    target_group TEXT NOT NULL,
    about TEXT NOT NULL,
    state TEXT NOT NULL,
    unit TEXT NOT NULL,
    search_text TEXT NOT NULL,
    PRIMARY KEY (municipality_id, id)
) STRICT;

CREATE INDEX needs_challenge_list ON needs_challenge (municipality_id, ended_at, title_order, id);

CREATE TABLE needs_points (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    ended_at TEXT NOT NULL,
    title TEXT NOT NULL,
    title_order TEXT NOT NULL,
    challenge TEXT NOT NULL,
    points INTEGER,
    day TEXT NOT NULL,
    search_text TEXT NOT NULL,
    PRIMARY KEY (municipality_id, id)
) STRICT;

CREATE INDEX needs_points_list ON needs_points (municipality_id, ended_at, title_order, id);

CREATE TABLE needs_inventory (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    ended_at TEXT NOT NULL,
    title TEXT NOT NULL,
    title_order TEXT NOT NULL,
    scope TEXT NOT NULL,
    method TEXT NOT NULL,
    partners INTEGER,
    state TEXT NOT NULL,
    day TEXT NOT NULL,
    round TEXT NOT NULL,
    results TEXT NOT NULL,
    activity TEXT NOT NULL,
    unit TEXT NOT NULL,
    search_text TEXT NOT NULL,
    PRIMARY KEY (municipality_id, id)
) STRICT;

CREATE INDEX needs_inventory_list ON needs_inventory (municipality_id, ended_at, title_order, id);

CREATE TABLE needs_signal (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    ended_at TEXT NOT NULL,
    title TEXT NOT NULL,
    title_order TEXT NOT NULL,
    day TEXT NOT NULL,
    told_by TEXT NOT NULL,
    state TEXT NOT NULL,
    activity TEXT NOT NULL,
    reason TEXT NOT NULL,
    unit TEXT NOT NULL,
    search_text TEXT NOT NULL,
    PRIMARY KEY (municipality_id, id)
) STRICT;

CREATE INDEX needs_signal_list ON needs_signal (municipality_id, ended_at, title_order, id);

CREATE TABLE needs_insight (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    ended_at TEXT NOT NULL,
    title TEXT NOT NULL,
    title_order TEXT NOT NULL,
    publisher TEXT NOT NULL,
    year INTEGER,
    population TEXT NOT NULL,
    conclusion TEXT NOT NULL,
    measure TEXT NOT NULL,
    state TEXT NOT NULL,
    unit TEXT NOT NULL,
    search_text TEXT NOT NULL,
    PRIMARY KEY (municipality_id, id)
) STRICT;

CREATE INDEX needs_insight_list ON needs_insight (municipality_id, ended_at, title_order, id);

CREATE TABLE needs_wish (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    ended_at TEXT NOT NULL,
    title TEXT NOT NULL,
    title_order TEXT NOT NULL,
    from_group TEXT NOT NULL,
    to_group TEXT NOT NULL,
    state TEXT NOT NULL,
    due TEXT NOT NULL,
    answer TEXT NOT NULL,
    unit TEXT NOT NULL,
    search_text TEXT NOT NULL,
    PRIMARY KEY (municipality_id, id)
) STRICT;

CREATE INDEX needs_wish_list ON needs_wish (municipality_id, ended_at, title_order, id);

CREATE TABLE needs_paper_form (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    ended_at TEXT NOT NULL,
    title TEXT NOT NULL,
    title_order TEXT NOT NULL,
    volume INTEGER,
    year INTEGER,
    why TEXT NOT NULL,
    about TEXT NOT NULL,
    unit TEXT NOT NULL,
    search_text TEXT NOT NULL,
    PRIMARY KEY (municipality_id, id)
) STRICT;

CREATE INDEX needs_paper_form_list ON needs_paper_form (municipality_id, ended_at, title_order, id);

CREATE TABLE needs_informal_help (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    ended_at TEXT NOT NULL,
    title TEXT NOT NULL,
    title_order TEXT NOT NULL,
    how_often TEXT NOT NULL,
    questions TEXT NOT NULL,
    do_what TEXT NOT NULL,
    about TEXT NOT NULL,
    day TEXT NOT NULL,
    source TEXT NOT NULL,
    unit TEXT NOT NULL,
    search_text TEXT NOT NULL,
    PRIMARY KEY (municipality_id, id)
) STRICT;

CREATE INDEX needs_informal_help_list ON needs_informal_help (municipality_id, ended_at, title_order, id);

CREATE TABLE needs_investigation (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    ended_at TEXT NOT NULL,
    title TEXT NOT NULL,
    title_order TEXT NOT NULL,
    data TEXT NOT NULL,
    state TEXT NOT NULL,
    due TEXT NOT NULL,
    function TEXT NOT NULL,
    result TEXT NOT NULL,
    plan TEXT NOT NULL,
    decision TEXT NOT NULL,
    decided_on TEXT NOT NULL,
    unit TEXT NOT NULL,
    search_text TEXT NOT NULL,
    PRIMARY KEY (municipality_id, id)
) STRICT;

CREATE INDEX needs_investigation_list ON needs_investigation (municipality_id, ended_at, title_order, id);

CREATE TABLE needs_guidance (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    ended_at TEXT NOT NULL,
    title TEXT NOT NULL,
    title_order TEXT NOT NULL,
    offers TEXT NOT NULL,
    administrative TEXT NOT NULL,
    economic TEXT NOT NULL,
    state TEXT NOT NULL,
    day TEXT NOT NULL,
    unit TEXT NOT NULL,
    search_text TEXT NOT NULL,
    PRIMARY KEY (municipality_id, id)
) STRICT;

CREATE INDEX needs_guidance_list ON needs_guidance (municipality_id, ended_at, title_order, id);

CREATE TABLE needs_hit (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    ended_at TEXT NOT NULL,
    title TEXT NOT NULL,
    title_order TEXT NOT NULL,
    place TEXT NOT NULL,
    hits INTEGER,
    evidence TEXT NOT NULL,
    day TEXT NOT NULL,
    next TEXT NOT NULL,
    unit TEXT NOT NULL,
    search_text TEXT NOT NULL,
    PRIMARY KEY (municipality_id, id)
) STRICT;

CREATE INDEX needs_hit_list ON needs_hit (municipality_id, ended_at, title_order, id);

CREATE INDEX needs_round_mark ON needs_round (mark, municipality_id, id);
CREATE INDEX needs_question_round ON needs_question (municipality_id, round, code);
CREATE INDEX needs_answer_round ON needs_answer (municipality_id, round, area, question);
CREATE INDEX needs_example_shared ON needs_example (shared, ended_at);
