SELECT MAX(started_at) AS started_at FROM indicators_run WHERE source = $1 AND kind NOT IN ('import', 'shipped', 'made up')
    AND (CAST($2 AS TEXT) IS NULL OR outcome = $2) AND started_at <= $3
