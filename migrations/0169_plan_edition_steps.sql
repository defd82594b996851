-- Each step of an edition's approval: who may note it, on which day and by which decision the body took it, or sent it back and why.
CREATE TABLE plan_edition_step (
    municipality_id TEXT NOT NULL,
    edition TEXT NOT NULL,
    step INTEGER NOT NULL,                      -- 0 project group, 1 owners, 2 steering group
    function TEXT NOT NULL,                     -- who alone notes it; "" any coordinator
    result TEXT NOT NULL,                       -- approved, returned, "" not taken
    day TEXT NOT NULL,                          -- of the body's meeting or decision
    decision TEXT NOT NULL,                     -- in the decision log, "" in none
    what TEXT NOT NULL,                         -- its name as it was then
    why TEXT NOT NULL,
    noted_by TEXT NOT NULL,
    noted_at TEXT NOT NULL,
    PRIMARY KEY (municipality_id, edition, step)
) STRICT;
