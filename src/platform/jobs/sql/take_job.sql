UPDATE jobs_job
SET state = 'running', holder = $3, attempts = attempts + 1, beat = beat + 1, progress_done = 0, progress_total = 0, step = ''
WHERE id = (SELECT id FROM jobs_job AS one
            WHERE state = 'waiting' AND due_at <= $1 AND kind IN (SELECT value FROM json_each($2))
              AND NOT EXISTS (SELECT 1 FROM jobs_job AS same
                              WHERE same.state = 'running' AND same.kind = one.kind AND same.job_key = one.job_key
                                AND same.job_key <> '')
            ORDER BY due_at, id LIMIT 1)
RETURNING id, kind, payload, municipality_id, job_key, attempts
