-- The activity of a session, where one is with it all the way and has not been yet. No row of any other.
SELECT e.activity_id FROM activities_session e
JOIN activities_activity a ON a.municipality_id = e.municipality_id AND a.id = e.activity_id AND a.all_along = 1
WHERE e.municipality_id = $1 AND e.id = $2 AND e.ends_at > $3
