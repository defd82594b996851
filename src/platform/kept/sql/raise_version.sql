INSERT INTO kept_version (name, owner, version) VALUES ($1, $2, 1)
ON CONFLICT (name, owner) DO UPDATE SET version = kept_version.version + 1
RETURNING version
