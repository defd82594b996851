SELECT 1 AS beyond FROM jobs_job WHERE kind = $1 AND state = 'waiting' LIMIT 1 OFFSET $2
