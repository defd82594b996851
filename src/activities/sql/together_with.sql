-- The activity of a session, where its seats are given together: one is with it all the way, or somebody who is signed up is.
SELECT a.id FROM activities_session asked
JOIN activities_activity a ON a.municipality_id = asked.municipality_id AND a.id = asked.activity_id
WHERE asked.municipality_id = $1 AND asked.id = $2
  AND (a.all_along = 1 OR EXISTS (SELECT 1 FROM activities_sign_up u WHERE u.municipality_id = asked.municipality_id
                                  AND u.session_id = asked.id AND u.code_hash LIKE '%/%'))
