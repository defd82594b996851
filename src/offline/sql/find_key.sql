SELECT id, private_key, public_key FROM offline_key WHERE id = $1
