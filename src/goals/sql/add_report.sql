INSERT INTO goals_report (municipality_id, id, version, kind, period, comments, edition, made_at, sent_at, sent_by, content)
VALUES ($1, $2, 1, $3, $4, '{}', $5, $6, '', '', '')
