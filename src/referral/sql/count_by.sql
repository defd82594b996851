-- How many residents were sent on, by what is asked for alone ($4 to $10: 1 or 0): by the hour in UTC, by place, target, topic,
-- outcome, way and reason. Limited by $11 to $16 where they are given.
SELECT CASE WHEN CAST($4 AS INTEGER) = 1 THEN SUBSTR(at, 1, 13) ELSE '' END AS at_hour,
       CASE WHEN CAST($5 AS INTEGER) = 1 THEN from_place ELSE '' END AS of_place,
       CASE WHEN CAST($6 AS INTEGER) = 1 THEN target_kind || ':' || target_id ELSE '' END AS of_target,
       CASE WHEN CAST($7 AS INTEGER) = 1 THEN topic ELSE '' END AS of_topic,
       CASE WHEN CAST($8 AS INTEGER) = 1 THEN outcome ELSE '' END AS of_outcome,
       CASE WHEN CAST($9 AS INTEGER) = 1 THEN handover ELSE '' END AS of_handover,
       CASE WHEN CAST($10 AS INTEGER) = 1 THEN reason ELSE '' END AS of_reason,
       COUNT(*) AS number
FROM referral_sent
WHERE municipality_id = $1 AND at >= $2 AND at < $3 AND asker = ''
    AND (CAST($11 AS TEXT) IS NULL OR from_place = $11)
    AND (CAST($12 AS TEXT) IS NULL OR target_kind || ':' || target_id = $12)
    AND (CAST($13 AS TEXT) IS NULL OR topic = $13)
    AND (CAST($14 AS TEXT) IS NULL OR outcome = $14)
    AND (CAST($15 AS TEXT) IS NULL OR handover = $15)
    AND (CAST($16 AS TEXT) IS NULL OR reason = $16)
GROUP BY 1, 2, 3, 4, 5, 6, 7
