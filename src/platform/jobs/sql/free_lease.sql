DELETE FROM jobs_lease WHERE name = $1 AND holder = $2
