SELECT kind, last_at FROM jobs_schedule
