SELECT holder, until FROM jobs_lease WHERE name = $1
