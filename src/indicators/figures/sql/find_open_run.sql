SELECT id, started_at FROM indicators_run WHERE source = $1 AND plan = $2 AND outcome <> 'done' AND started_at > $3
ORDER BY started_at DESC, id DESC LIMIT 1
