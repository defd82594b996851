-- All that there ever were, and who is signed up for those that are not over.
SELECT COUNT(*) AS sessions,
       COUNT(*) FILTER (WHERE status = 'planned' AND ends_at > $3 AND taken + waiting > 0) AS with_people,
       CAST(COALESCE(SUM(CASE WHEN status = 'planned' AND ends_at > $3 THEN taken + waiting ELSE 0 END), 0) AS BIGINT) AS persons
FROM activities_session WHERE municipality_id = $1 AND activity_id = $2
