UPDATE jobs_job SET beat = beat + 1, progress_done = $3, progress_total = $4, step = $5
WHERE id = $1 AND holder = $2 AND state = 'running'
