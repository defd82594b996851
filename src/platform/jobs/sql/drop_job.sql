DELETE FROM jobs_job WHERE id = $1 AND state IN ('failed', 'waiting')
