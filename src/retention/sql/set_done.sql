INSERT INTO retention_done (name, at) VALUES ('run', $1) ON CONFLICT (name) DO UPDATE SET at = excluded.at
