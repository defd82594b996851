SELECT id FROM jobs_job AS one
WHERE state = 'waiting' AND due_at <= $1 AND kind IN (SELECT json_array_elements_text(CAST($2 AS json)))
  AND NOT EXISTS (SELECT 1 FROM jobs_job AS same
                  WHERE same.state = 'running' AND same.kind = one.kind AND same.job_key = one.job_key AND same.job_key <> '')
LIMIT 1
