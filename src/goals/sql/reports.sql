SELECT id, kind, period, edition, made_at, sent_at, sent_by FROM goals_report WHERE municipality_id = $1 ORDER BY made_at DESC, id LIMIT 200
