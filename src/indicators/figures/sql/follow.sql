INSERT INTO indicators_followed (indicator_id, actor, since) VALUES ($1, $2, $3) ON CONFLICT (indicator_id) DO NOTHING
