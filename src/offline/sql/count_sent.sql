SELECT COUNT(*) AS number FROM offline_sent WHERE received_at < $1
