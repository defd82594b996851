-- Also those who did not say it: whoever is or was signed up, without those who did.
SELECT s.day, s.activity_id AS activity, h.channel, CAST(SUM(h.persons) AS BIGINT) AS number FROM activities_heard h
JOIN activities_session s ON s.municipality_id = h.municipality_id AND s.id = h.session_id
WHERE s.municipality_id = $1 AND s.status <> 'cancelled' AND s.day >= $2 AND s.day <= $3
GROUP BY s.day, s.activity_id, h.channel
UNION ALL
SELECT s.day, s.activity_id AS activity, '' AS channel,
       CAST(SUM(s.taken + s.waiting - COALESCE(h.said, 0)) AS BIGINT) AS number
FROM activities_session s
LEFT JOIN (
    SELECT session_id, SUM(persons) AS said FROM activities_heard WHERE municipality_id = $1 GROUP BY session_id
) h ON h.session_id = s.id
WHERE s.municipality_id = $1 AND s.status <> 'cancelled' AND s.day >= $2 AND s.day <= $3
GROUP BY s.day, s.activity_id
ORDER BY 1, 2, 3
