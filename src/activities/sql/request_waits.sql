-- Whoever asked with a code and has no answer yet.
SELECT COUNT(*) AS number FROM activities_request
WHERE municipality_id = $1 AND id = $2 AND code_hash <> '' AND answer = '' AND state NOT IN ('held', 'declined')
