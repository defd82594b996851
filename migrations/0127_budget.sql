-- Budgets: what something costs, year by year, who pays for it, what became of it.
CREATE TABLE budget_budget (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    title TEXT NOT NULL,
    title_order TEXT NOT NULL,
    currency TEXT NOT NULL,                     -- SEK, NOK
    first_year INTEGER,
    last_year INTEGER,
    funder TEXT NOT NULL,
    responsible TEXT NOT NULL,                  -- a function
    rounding TEXT NOT NULL,                     -- what is computed: krona, ore
    entered_to TEXT NOT NULL,                   -- what is entered may be rounded to so many kronor: 1, 100, 1000
    overhead_cap INTEGER,                       -- of wages, in hundredths of a per cent
    overhead_tolerance INTEGER,                 -- in hundredths of a per cent
    stated_total INTEGER,                       -- öre
    note TEXT NOT NULL,
    is_published INTEGER,
    source TEXT NOT NULL,                       -- the mapping it came with
    import_version INTEGER,                     -- as the mapping wrote it last
    search_text TEXT NOT NULL,
    PRIMARY KEY (municipality_id, id)
) STRICT;

CREATE INDEX budget_budget_list ON budget_budget (municipality_id, title_order, id);

CREATE TABLE budget_line (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    title TEXT NOT NULL,
    title_order TEXT NOT NULL,
    budget TEXT NOT NULL,
    kind TEXT NOT NULL,                         -- wages, overhead, external_services … own
    place INTEGER,                              -- in the table
    year_1 INTEGER,                             -- öre of the budget's first year
    year_2 INTEGER,
    year_3 INTEGER,
    year_4 INTEGER,
    year_5 INTEGER,
    year_6 INTEGER,
    stated_total INTEGER,
    rounding_note TEXT NOT NULL,
    note TEXT NOT NULL,
    import_version INTEGER,
    search_text TEXT NOT NULL,
    PRIMARY KEY (municipality_id, id)
) STRICT;

CREATE INDEX budget_line_list ON budget_line (municipality_id, budget, title_order, id);

-- How an amount of a line comes about.
CREATE TABLE budget_calculation (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    title TEXT NOT NULL,                        -- whose wage, what share
    title_order TEXT NOT NULL,
    line TEXT NOT NULL,
    kind TEXT NOT NULL,                         -- wage, share
    extent TEXT NOT NULL,
    hourly_wage INTEGER,                        -- öre
    percent INTEGER,                            -- hundredths of a per cent
    hours INTEGER,                              -- hundredths of an hour
    base INTEGER,                               -- öre
    stated INTEGER,                             -- öre
    note TEXT NOT NULL,
    import_version INTEGER,
    search_text TEXT NOT NULL,
    PRIMARY KEY (municipality_id, id)
) STRICT;

CREATE INDEX budget_calculation_list ON budget_calculation (municipality_id, line, title_order, id);

-- Who pays.
CREATE TABLE budget_source (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    title TEXT NOT NULL,
    title_order TEXT NOT NULL,
    budget TEXT NOT NULL,
    kind TEXT NOT NULL,                         -- grant, own, partner, other
    year_1 INTEGER,                             -- öre of the budget's first year
    year_2 INTEGER,
    year_3 INTEGER,
    year_4 INTEGER,
    year_5 INTEGER,
    year_6 INTEGER,
    stated_total INTEGER,
    in_kind INTEGER,                            -- öre
    in_kind_lines TEXT NOT NULL,                -- lines of the budget
    cash INTEGER,                               -- öre
    cash_lines TEXT NOT NULL,
    is_approximate INTEGER,
    note TEXT NOT NULL,
    import_version INTEGER,
    search_text TEXT NOT NULL,
    PRIMARY KEY (municipality_id, id)
) STRICT;

CREATE INDEX budget_source_list ON budget_source (municipality_id, budget, title_order, id);

-- Who works how much of their time, and who pays that.
CREATE TABLE budget_share (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    title TEXT NOT NULL,                        -- a role
    title_order TEXT NOT NULL,
    budget TEXT NOT NULL,
    percent INTEGER,                            -- tenths of a per cent
    payer TEXT NOT NULL,
    is_own_cost INTEGER,                        -- whoever takes part bears it, outside of the budget
    unit TEXT NOT NULL,                         -- whose help time proves it
    hourly_rate INTEGER,                        -- öre
    hours INTEGER,                              -- planned, in hundredths
    first_day TEXT NOT NULL,
    last_day TEXT NOT NULL,
    note TEXT NOT NULL,
    search_text TEXT NOT NULL,
    PRIMARY KEY (municipality_id, id)
) STRICT;

CREATE INDEX budget_share_list ON budget_share (municipality_id, budget, title_order, id);

-- What was paid.
CREATE TABLE budget_actual (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    title TEXT NOT NULL,
    title_order TEXT NOT NULL,
    line TEXT NOT NULL,
    day TEXT NOT NULL,
    amount INTEGER,                             -- öre
    voucher TEXT NOT NULL,
    activity TEXT NOT NULL,
    trip TEXT NOT NULL,                         -- where to, what for
    note TEXT NOT NULL,
    search_text TEXT NOT NULL,
    PRIMARY KEY (municipality_id, id)
) STRICT;

CREATE INDEX budget_actual_list ON budget_actual (municipality_id, day, id);

CREATE INDEX budget_actual_line ON budget_actual (municipality_id, line, day);

-- What may be spent at most.
CREATE TABLE budget_frame (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    title TEXT NOT NULL,
    title_order TEXT NOT NULL,
    budget TEXT NOT NULL,
    maximum INTEGER,                            -- öre
    lines TEXT NOT NULL,
    warn_at INTEGER,                            -- tenths of a per cent
    note TEXT NOT NULL,
    search_text TEXT NOT NULL,
    PRIMARY KEY (municipality_id, id)
) STRICT;

CREATE INDEX budget_frame_list ON budget_frame (municipality_id, budget, title_order, id);

-- What bodies decided.
CREATE TABLE budget_approval (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    title TEXT NOT NULL,                        -- the body
    title_order TEXT NOT NULL,
    budget TEXT NOT NULL,
    decision TEXT NOT NULL,                     -- approved, noted, rejected
    day TEXT NOT NULL,
    reference TEXT NOT NULL,
    note TEXT NOT NULL,
    search_text TEXT NOT NULL,
    PRIMARY KEY (municipality_id, id)
) STRICT;

CREATE INDEX budget_approval_list ON budget_approval (municipality_id, budget, title_order, id);

-- What partners give outside of the calculation.
CREATE TABLE budget_contribution (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    title TEXT NOT NULL,                        -- the partner
    title_order TEXT NOT NULL,
    budget TEXT NOT NULL,
    kind TEXT NOT NULL,
    estimated INTEGER,                          -- öre
    hours INTEGER,                              -- hundredths
    note TEXT NOT NULL,
    search_text TEXT NOT NULL,
    PRIMARY KEY (municipality_id, id)
) STRICT;

CREATE INDEX budget_contribution_list ON budget_contribution (municipality_id, budget, title_order, id);

-- What things cost elsewhere, for arguments.
CREATE TABLE budget_reference (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    title TEXT NOT NULL,
    title_order TEXT NOT NULL,
    amount INTEGER,                             -- öre
    per TEXT NOT NULL,
    year INTEGER,
    publisher TEXT NOT NULL,
    address TEXT NOT NULL,
    note TEXT NOT NULL,
    search_text TEXT NOT NULL,
    PRIMARY KEY (municipality_id, id)
) STRICT;

CREATE INDEX budget_reference_list ON budget_reference (municipality_id, title_order, id);

-- What may be saved, on what assumptions, and what became of it.
CREATE TABLE budget_saving (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    title TEXT NOT NULL,
    title_order TEXT NOT NULL,
    budget TEXT NOT NULL,
    assumptions TEXT NOT NULL,
    times INTEGER,                              -- a year
    each INTEGER,                               -- öre
    check_on TEXT NOT NULL,
    result TEXT NOT NULL,                       -- open, as_thought, less, more, none
    outcome TEXT NOT NULL,
    search_text TEXT NOT NULL,
    PRIMARY KEY (municipality_id, id)
) STRICT;

CREATE INDEX budget_saving_list ON budget_saving (municipality_id, title_order, id);

-- What comes after the project money.
CREATE TABLE budget_after (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    title TEXT NOT NULL,
    title_order TEXT NOT NULL,
    budget TEXT NOT NULL,
    yearly_cost INTEGER,                        -- öre
    payer TEXT NOT NULL,
    decide_on TEXT NOT NULL,
    decision TEXT NOT NULL,                     -- open, yes, partly, no
    only_project_money INTEGER,                 -- 1 yes, 0 no
    note TEXT NOT NULL,
    search_text TEXT NOT NULL,
    PRIMARY KEY (municipality_id, id)
) STRICT;

CREATE INDEX budget_after_list ON budget_after (municipality_id, budget, title_order, id);

-- What a proposal means for money and work.
CREATE TABLE budget_consequence (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    title TEXT NOT NULL,
    title_order TEXT NOT NULL,
    budget TEXT NOT NULL,
    day TEXT NOT NULL,
    economic TEXT NOT NULL,
    administrative TEXT NOT NULL,
    once INTEGER,                               -- öre
    yearly INTEGER,                             -- öre
    payer TEXT NOT NULL,
    search_text TEXT NOT NULL,
    PRIMARY KEY (municipality_id, id)
) STRICT;

CREATE INDEX budget_consequence_list ON budget_consequence (municipality_id, title_order, id);

-- Calls for grants, and what was applied for.
CREATE TABLE budget_grant (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    title TEXT NOT NULL,
    title_order TEXT NOT NULL,
    funder TEXT NOT NULL,
    address TEXT NOT NULL,
    scheme INTEGER,                             -- öre of the whole scheme
    announced TEXT NOT NULL,
    deadline TEXT NOT NULL,
    eligibility TEXT NOT NULL,
    state TEXT NOT NULL,                        -- seen, applying, applied, granted, refused, reported, dropped
    applied_for INTEGER,                        -- öre
    applied_on TEXT NOT NULL,
    decided_on TEXT NOT NULL,
    granted INTEGER,                            -- öre
    budget TEXT NOT NULL,
    responsible TEXT NOT NULL,                  -- a function
    note TEXT NOT NULL,
    search_text TEXT NOT NULL,
    PRIMARY KEY (municipality_id, id)
) STRICT;

CREATE INDEX budget_grant_list ON budget_grant (municipality_id, title_order, id);

CREATE INDEX budget_grant_deadline ON budget_grant (municipality_id, deadline, id);

-- Payments of a grant, and reports about it.
CREATE TABLE budget_grant_step (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    title TEXT NOT NULL,
    title_order TEXT NOT NULL,
    grant_call TEXT NOT NULL,
    kind TEXT NOT NULL,                         -- payment, report
    due TEXT NOT NULL,
    amount INTEGER,                             -- öre
    done_on TEXT NOT NULL,
    note TEXT NOT NULL,
    search_text TEXT NOT NULL,
    PRIMARY KEY (municipality_id, id)
) STRICT;

CREATE INDEX budget_grant_step_list ON budget_grant_step (municipality_id, grant_call, title_order, id);

CREATE INDEX budget_grant_step_due ON budget_grant_step (municipality_id, due, id);
