DELETE FROM directory_fact_edit
WHERE municipality_id = $1 AND record_kind = $2 AND record_id = $3 AND field = $4
