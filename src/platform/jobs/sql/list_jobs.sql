SELECT id, kind, municipality_id, job_key, state, added_at, due_at, ended_at, attempts, progress_done, progress_total, step, reason
FROM jobs_job
WHERE $1 = '' OR state = $1
ORDER BY CASE state WHEN 'failed' THEN 0 WHEN 'running' THEN 1 WHEN 'waiting' THEN 2 ELSE 3 END, id DESC
LIMIT $2
