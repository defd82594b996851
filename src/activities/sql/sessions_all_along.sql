-- Of the activity of a session, where one is with it all the way: its sessions that are not over, in the order in which turns are
-- taken. No row of any other activity.
SELECT e.id FROM activities_session asked
JOIN activities_activity a ON a.municipality_id = asked.municipality_id AND a.id = asked.activity_id AND a.all_along = 1
JOIN activities_session e ON e.municipality_id = asked.municipality_id AND e.activity_id = asked.activity_id
WHERE asked.municipality_id = $1 AND asked.id = $2 AND e.ends_at > $3
ORDER BY e.id
LIMIT 1000
