SELECT MAX(started_at) AS started_at FROM indicators_run WHERE source = $1 AND kind <> 'import' AND kind <> 'shipped' AND kind <> 'made up'
    AND (CAST($2 AS TEXT) IS NULL OR outcome = $2)
