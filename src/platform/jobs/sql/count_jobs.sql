SELECT state, COUNT(*) AS n, MIN(CASE WHEN due_at <= $1 THEN due_at END) AS oldest FROM jobs_job WHERE state IN ('waiting', 'running', 'failed')
GROUP BY state
