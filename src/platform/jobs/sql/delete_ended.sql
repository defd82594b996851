DELETE FROM jobs_job WHERE id IN (SELECT id FROM jobs_job WHERE state = $1 AND ended_at < $2 LIMIT $3)
