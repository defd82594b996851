-- A municipality's own goals as a register has them: a version for each, the targets that each meets between two line
-- breaks. When they were added was never stored: ''.

CREATE TABLE progress_goal (
    municipality_id TEXT COLLATE "C" NOT NULL,
    id TEXT COLLATE "C" NOT NULL,                              -- stays when the title changes
    version BIGINT NOT NULL,
    created_at TEXT COLLATE "C" NOT NULL,
    changed_at TEXT COLLATE "C" NOT NULL,
    title TEXT COLLATE "C" NOT NULL,
    number BIGINT NOT NULL,                       -- of the ring
    colour TEXT COLLATE "C" NOT NULL,                          -- "#1f5fa8"
    targets TEXT COLLATE "C" NOT NULL,                         -- "4.4", one a line
    PRIMARY KEY (municipality_id, id)
);

INSERT INTO progress_goal (municipality_id, id, version, created_at, changed_at, title, number, colour, targets)
SELECT municipality_id, key, 1, '', '', title, number, colour, COALESCE((
    SELECT '
' || STRING_AGG(met.target, '
') || '
'
    FROM progress_own_goal_target met
    WHERE met.municipality_id = goal.municipality_id AND met.goal_key = goal.key), '')
FROM progress_own_goal goal;

DROP TABLE progress_own_goal_target;
DROP TABLE progress_own_goal;
