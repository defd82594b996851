DELETE FROM jobs_job WHERE kind = $1 AND job_key = $2 AND job_key <> '' AND state = 'failed' AND id <> $3
