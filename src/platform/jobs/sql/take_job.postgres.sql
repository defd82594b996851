WITH next_one AS (
    SELECT id FROM jobs_job AS one
    WHERE state = 'waiting' AND due_at <= $1 AND kind IN (SELECT json_array_elements_text(CAST($2 AS json)))
      AND NOT EXISTS (SELECT 1 FROM jobs_job AS same
                      WHERE same.state = 'running' AND same.kind = one.kind AND same.job_key = one.job_key
                        AND same.job_key <> '')
    ORDER BY due_at, id LIMIT 1
    FOR UPDATE OF one SKIP LOCKED
)
UPDATE jobs_job
SET state = 'running', holder = $3, attempts = attempts + 1, beat = beat + 1, progress_done = 0, progress_total = 0, step = ''
FROM next_one WHERE jobs_job.id = next_one.id
RETURNING jobs_job.id AS id, kind, payload, municipality_id, job_key, attempts
