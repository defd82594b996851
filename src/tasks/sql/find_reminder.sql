SELECT rhythm, sent_on FROM tasks_reminder WHERE municipality_id = $1 AND account_id = $2
