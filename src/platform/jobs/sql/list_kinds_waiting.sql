SELECT kind, COUNT(*) AS n FROM jobs_job WHERE state = 'waiting' GROUP BY kind ORDER BY kind
