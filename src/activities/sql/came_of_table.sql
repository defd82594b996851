-- Of sessions from a day on; of one where $3 names it.
SELECT c.session_id, c.list, c.term, c.number FROM activities_came c
JOIN activities_session s ON s.municipality_id = c.municipality_id AND s.id = c.session_id
WHERE c.municipality_id = $1 AND s.day >= $2 AND ($3 = '' OR c.session_id = $3)
