INSERT INTO indicators_lease (source, holder, until) VALUES ($1, $2, $3)
ON CONFLICT (source) DO UPDATE SET holder = excluded.holder, until = excluded.until
