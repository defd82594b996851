SELECT id, version, kind, period, comments, edition, made_at, sent_at, sent_by, content FROM goals_report
WHERE municipality_id = $1 AND id = $2
