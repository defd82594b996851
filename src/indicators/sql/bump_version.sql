INSERT INTO indicators_version (id, version) VALUES ($1, 1)
ON CONFLICT (id) DO UPDATE SET version = indicators_version.version + 1
