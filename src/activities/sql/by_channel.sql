-- Invited, signed up (once, where one is with it all the way) and came, by activity and how they were reached. Of one activity
-- ($2), of one session ($3) on its day ($4), or of all ('') in a period.
SELECT activity, channel, CAST(SUM(invited) AS BIGINT) AS invited, CAST(SUM(signed_up) AS BIGINT) AS signed_up,
       CAST(SUM(came) AS BIGINT) AS came
FROM (
    SELECT i.activity, i.channel, i.number AS invited, 0 AS signed_up, 0 AS came FROM activities_invitation i
    WHERE i.municipality_id = $1 AND i.ended_at = '' AND ($2 = '' OR i.activity = $2) AND ($4 = '' OR i.session_day = $4)
      AND i.invited_on >= $5 AND i.invited_on <= $6
    UNION ALL
    SELECT s.activity_id, h.channel, 0, CASE WHEN MAX(a.all_along) = 1 THEN MAX(h.persons) ELSE SUM(h.persons) END, 0
    FROM activities_heard h
    JOIN activities_session s ON s.municipality_id = h.municipality_id AND s.id = h.session_id
    JOIN activities_activity a ON a.municipality_id = s.municipality_id AND a.id = s.activity_id
    WHERE h.municipality_id = $1 AND s.status <> 'cancelled' AND ($2 = '' OR s.activity_id = $2) AND ($3 = '' OR s.id = $3)
      AND s.day >= $5 AND s.day <= $6
    GROUP BY s.activity_id, h.channel
    UNION ALL
    SELECT s.activity_id, c.term, 0, 0, c.number FROM activities_came c
    JOIN activities_session s ON s.municipality_id = c.municipality_id AND s.id = c.session_id
    WHERE c.municipality_id = $1 AND c.list = 'found_us' AND s.status = 'held' AND ($2 = '' OR s.activity_id = $2)
      AND ($3 = '' OR s.id = $3) AND s.day >= $5 AND s.day <= $6
) parts
GROUP BY activity, channel
ORDER BY activity, channel
