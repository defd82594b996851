UPDATE jobs_job SET attempts = $3, due_at = $4, reason = $5 WHERE kind = $1 AND job_key = $2 AND job_key <> '' AND state = 'waiting'
