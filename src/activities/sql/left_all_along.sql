-- Of one code, in the order in which turns are taken.
SELECT id, session_id, persons, state FROM activities_left
WHERE municipality_id = $1 AND code_hash > $2 AND code_hash < $3
ORDER BY session_id
LIMIT 1000
