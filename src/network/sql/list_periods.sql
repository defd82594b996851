SELECT DISTINCT period FROM network_aggregate WHERE network = $1 ORDER BY period
