INSERT INTO goals_week (municipality_id, goal, week, is_closed, reason, account, written_at) VALUES ($1, $2, $3, $4, $5, $6, $7)
ON CONFLICT (municipality_id, goal, week) DO UPDATE SET is_closed = excluded.is_closed, reason = excluded.reason,
    account = excluded.account, written_at = excluded.written_at
