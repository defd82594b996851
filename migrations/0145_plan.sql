-- The plan: strategy, plans, projects, areas and activities in one tree, with what belongs to each.
CREATE TABLE plan_node (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    title TEXT NOT NULL,
    title_order TEXT NOT NULL,
    kind TEXT NOT NULL,                         -- strategy, plan, project, area, activity
    code TEXT NOT NULL,                         -- unique below its parent: A, AO1
    parent TEXT NOT NULL,                       -- "" at the top
    owner TEXT NOT NULL,                        -- a function
    starts TEXT NOT NULL,
    ends TEXT NOT NULL,
    goes_on INTEGER,                            -- without an end
    cycle TEXT NOT NULL,
    horizon TEXT NOT NULL,                      -- short, long
    resources TEXT NOT NULL,
    begun_on TEXT NOT NULL,
    done_on TEXT NOT NULL,
    series TEXT NOT NULL,                       -- an activity of the programme whose sessions belong to it
    status_note TEXT NOT NULL,
    municipal_goals TEXT NOT NULL,
    goals TEXT NOT NULL,
    targets TEXT NOT NULL,                      -- of the UN: 4.4
    processes TEXT NOT NULL,
    layer TEXT NOT NULL,
    tier TEXT NOT NULL,
    exclusions TEXT NOT NULL,
    is_published INTEGER,
    phase TEXT NOT NULL,                        -- 1 to 4, "" in none
    closed_on TEXT NOT NULL,
    source TEXT NOT NULL,                       -- the mapping it came with
    wording TEXT NOT NULL,                      -- own: the words are ours
    import_version INTEGER,                     -- as the mapping wrote it last
    search_text TEXT NOT NULL,
    PRIMARY KEY (municipality_id, id)
) STRICT;

CREATE INDEX plan_node_list ON plan_node (municipality_id, title_order, id);
CREATE INDEX plan_node_below ON plan_node (municipality_id, parent, code);

-- What must be first, what may run beside.
CREATE TABLE plan_dependency (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    title TEXT NOT NULL,
    title_order TEXT NOT NULL,
    node TEXT NOT NULL,                         -- waits for
    kind TEXT NOT NULL,                         -- first, beside
    other TEXT NOT NULL,
    import_version INTEGER,
    search_text TEXT NOT NULL,
    PRIMARY KEY (municipality_id, id)
) STRICT;

CREATE TABLE plan_milestone (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    title TEXT NOT NULL,
    title_order TEXT NOT NULL,
    node TEXT NOT NULL,
    number INTEGER,
    deadline TEXT NOT NULL,
    responsible TEXT NOT NULL,                  -- bodies, one a line
    open_responsible TEXT NOT NULL,             -- "alle", "flere", as the source has it
    lead TEXT NOT NULL,
    deliverable_kind TEXT NOT NULL,
    deliverable TEXT NOT NULL,
    deliverable_url TEXT NOT NULL,
    done_on TEXT NOT NULL,
    note TEXT NOT NULL,
    wording TEXT NOT NULL,
    import_version INTEGER,
    search_text TEXT NOT NULL,
    PRIMARY KEY (municipality_id, id)
) STRICT;

CREATE INDEX plan_milestone_list ON plan_milestone (municipality_id, node, number, id);

-- What has to be there before a part is closed, or who accepted that it is not.
CREATE TABLE plan_criterion (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    title TEXT NOT NULL,
    title_order TEXT NOT NULL,
    node TEXT NOT NULL,
    evidence TEXT NOT NULL,
    evidence_url TEXT NOT NULL,
    exception_by TEXT NOT NULL,
    exception_on TEXT NOT NULL,
    exception_why TEXT NOT NULL,
    wording TEXT NOT NULL,
    import_version INTEGER,
    search_text TEXT NOT NULL,
    PRIMARY KEY (municipality_id, id)
) STRICT;

CREATE INDEX plan_criterion_list ON plan_criterion (municipality_id, node, id);

-- Pre-study, inventory, project definition …, section by section.
CREATE TABLE plan_document (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    title TEXT NOT NULL,
    title_order TEXT NOT NULL,
    node TEXT NOT NULL,
    kind TEXT NOT NULL,
    is_short INTEGER,
    finished_on TEXT NOT NULL,
    section_1 TEXT NOT NULL,
    section_2 TEXT NOT NULL,
    section_3 TEXT NOT NULL,
    section_4 TEXT NOT NULL,
    section_5 TEXT NOT NULL,
    section_6 TEXT NOT NULL,
    search_text TEXT NOT NULL,
    PRIMARY KEY (municipality_id, id)
) STRICT;

CREATE INDEX plan_document_list ON plan_document (municipality_id, node, id);

-- Who moved a part to another phase, and why.
CREATE TABLE plan_move (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,
    node TEXT NOT NULL,
    from_phase TEXT NOT NULL,
    to_phase TEXT NOT NULL,
    why TEXT NOT NULL,
    missing TEXT NOT NULL,                      -- kinds of documents that were not there, one a line
    moved_by TEXT NOT NULL,
    moved_at TEXT NOT NULL,
    PRIMARY KEY (municipality_id, id)
) STRICT;

CREATE INDEX plan_move_of ON plan_move (municipality_id, node, id);

-- The plan as it was when an edition was made, and who approved that.
CREATE TABLE plan_edition (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    number INTEGER NOT NULL,
    about TEXT NOT NULL,
    made_by TEXT NOT NULL,
    made_at TEXT NOT NULL,
    content TEXT NOT NULL,                      -- JSON
    project_group_by TEXT NOT NULL,
    project_group_at TEXT NOT NULL,
    owners_by TEXT NOT NULL,
    owners_at TEXT NOT NULL,
    steering_group_by TEXT NOT NULL,
    steering_group_at TEXT NOT NULL,
    PRIMARY KEY (municipality_id, id)
) STRICT;

CREATE UNIQUE INDEX plan_edition_number ON plan_edition (municipality_id, number);
