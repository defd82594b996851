SELECT day, number FROM retention_run WHERE municipality_id = $1 AND rule = $2 ORDER BY day DESC LIMIT $3
