SELECT COUNT(*) AS number FROM activities_sign_up
WHERE municipality_id = $1 AND session_id = $2 AND state = 'waiting' AND turn <= $3
