UPDATE jobs_job SET state = 'waiting', attempts = $3, due_at = $4, holder = '', reason = $5
WHERE id = $1 AND holder = $2 AND state = 'running'
