UPDATE jobs_job SET beat = beat + 1 WHERE id = $1 AND holder = $2 AND state = 'running'
