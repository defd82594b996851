SELECT s.id, s.session_id, s.to_tell, s.code_hash FROM activities_sign_up s
WHERE s.municipality_id = $1 AND s.to_tell <> ''
ORDER BY s.id
LIMIT 3000
