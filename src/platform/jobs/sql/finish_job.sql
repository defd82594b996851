UPDATE jobs_job SET state = 'done', ended_at = $3, payload = '', holder = '', reason = ''
WHERE id = $1 AND holder = $2 AND state = 'running'
