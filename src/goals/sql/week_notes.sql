SELECT goal, week, is_closed, reason, account, written_at FROM goals_week WHERE municipality_id = $1 ORDER BY goal, week
