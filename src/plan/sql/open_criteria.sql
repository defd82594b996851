SELECT id, title FROM plan_criterion
WHERE municipality_id = $1 AND node = $2 AND evidence = '' AND evidence_url = '' AND exception_why = '' ORDER BY id
