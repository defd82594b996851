SELECT kind, job_key, state FROM jobs_job WHERE id = $1
