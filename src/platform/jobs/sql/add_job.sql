INSERT INTO jobs_job (id, kind, payload, municipality_id, job_key, state, added_at, due_at, ended_at, attempts, holder, beat,
                      progress_done, progress_total, step, reason)
VALUES ($1, $2, $3, $4, $5, 'waiting', $6, $7, '', 0, '', 0, 0, 0, '', '')
ON CONFLICT (kind, job_key) WHERE state = 'waiting' AND job_key <> ''
DO UPDATE SET due_at = CASE WHEN jobs_job.attempts = 0 AND excluded.due_at < jobs_job.due_at THEN excluded.due_at
                            ELSE jobs_job.due_at END
RETURNING id
