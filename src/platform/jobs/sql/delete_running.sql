DELETE FROM jobs_job WHERE id = $1 AND holder = $2 AND state = 'running'
