SELECT COUNT(*) AS number FROM counts_sent WHERE created_at < $1
