-- Of which round a question is.
SELECT round FROM needs_question WHERE municipality_id = $1 AND id = $2
