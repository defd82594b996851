-- All that there ever were, and who is signed up for those that are not over: once, where one is with it all the way.
SELECT COUNT(*) AS sessions,
       COUNT(*) FILTER (WHERE s.status = 'planned' AND s.ends_at > $3 AND s.taken + s.waiting > 0) AS with_people,
       CAST(COALESCE(CASE WHEN MAX(a.all_along) = 1
           THEN MAX(CASE WHEN s.status = 'planned' AND s.ends_at > $3 THEN s.taken + s.waiting ELSE 0 END)
           ELSE SUM(CASE WHEN s.status = 'planned' AND s.ends_at > $3 THEN s.taken + s.waiting ELSE 0 END) END, 0) AS BIGINT)
           AS persons
FROM activities_session s
JOIN activities_activity a ON a.municipality_id = s.municipality_id AND a.id = s.activity_id
WHERE s.municipality_id = $1 AND s.activity_id = $2
