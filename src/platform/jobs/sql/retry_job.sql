UPDATE jobs_job SET state = 'waiting', due_at = $2, attempts = 0, ended_at = '' WHERE id = $1 AND state IN ('failed', 'waiting')
