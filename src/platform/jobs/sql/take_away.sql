UPDATE jobs_job SET holder = $4 WHERE id = $1 AND holder = $2 AND beat = $3 AND state = 'running'
