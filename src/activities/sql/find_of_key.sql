-- What one key has made, of whatever content.
SELECT id FROM activities_sign_up WHERE municipality_id = $1 AND id >= $2 AND id < $3 ORDER BY id LIMIT 1
