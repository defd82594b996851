UPDATE jobs_job SET state = 'failed', ended_at = $3, holder = '', reason = $4
WHERE id = $1 AND holder = $2 AND state = 'running'
