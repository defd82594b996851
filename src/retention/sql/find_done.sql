SELECT at FROM retention_done WHERE name = $1
