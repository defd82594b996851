UPDATE indicators_run SET indicators_added = indicators_added + $2, indicators_removed = indicators_removed + $3,
    indicators_retitled = indicators_retitled + $4, values_added = values_added + $5, values_revised = values_revised + $6,
    values_withdrawn = values_withdrawn + $7, rows_refused = rows_refused + $8, unknown_statuses = unknown_statuses + $9
WHERE id = $1
