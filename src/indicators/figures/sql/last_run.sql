SELECT MAX(started_at) AS started_at FROM indicators_run WHERE source = $1 AND kind NOT IN ('import', 'shipped', 'made up')
    AND outcome = 'done' AND started_at <= $2
