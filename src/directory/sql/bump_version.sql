INSERT INTO directory_version (municipality_id, version) VALUES ($1, 1)
ON CONFLICT (municipality_id) DO UPDATE SET version = directory_version.version + 1
