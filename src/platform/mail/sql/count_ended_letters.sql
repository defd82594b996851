SELECT COUNT(*) AS number FROM mail_letter WHERE ended_at < $1
