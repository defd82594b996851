SELECT file FROM network_sent WHERE municipality_id = $1 AND network = $2 AND period = $3
