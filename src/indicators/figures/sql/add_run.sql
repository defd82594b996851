INSERT INTO indicators_run (id, source, kind, plan, started_at, finished_at, outcome, note, indicators_added,
    indicators_removed, indicators_retitled, values_added, values_revised, values_withdrawn, rows_refused, unknown_statuses)
VALUES ($1, $2, $3, $4, $5, NULL, 'running', $6, 0, 0, 0, 0, 0, 0, 0, 0)
