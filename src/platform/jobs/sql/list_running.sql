SELECT id, kind, job_key, municipality_id, attempts, holder, beat FROM jobs_job WHERE state = 'running'
