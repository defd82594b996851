SELECT COUNT(*) AS number FROM jobs_job WHERE state = $1 AND ended_at < $2
