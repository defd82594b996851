-- Where people get stuck in the forms of e-services, and what helps there; for staff.
CREATE TABLE everyday_stuck_point (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    ended_at TEXT NOT NULL,
    search_text TEXT NOT NULL,
    step TEXT NOT NULL,                            -- as the form calls it
    step_order TEXT NOT NULL,
    e_service TEXT NOT NULL,                       -- public id
    help TEXT NOT NULL,
    language TEXT NOT NULL,                        -- of what helps, '' the municipality's own
    PRIMARY KEY (municipality_id, id)
) STRICT;

CREATE INDEX everyday_stuck_point_list ON everyday_stuck_point (municipality_id, ended_at, step_order, id);
CREATE INDEX everyday_stuck_point_e_service ON everyday_stuck_point (municipality_id, ended_at, e_service, step_order, id);
