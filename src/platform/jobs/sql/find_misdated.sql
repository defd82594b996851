SELECT id FROM jobs_job
WHERE state = 'waiting' AND due_at > $1 AND ((attempts = 0 AND due_at = added_at) OR (attempts > 0 AND due_at > $2))
LIMIT 1000
