SELECT locked_at FROM network_lock WHERE network = $1 AND period = $2
