-- $6: how much of the period to group by: 0 none, 4 the year, 7 the month, 10 the day. $7: which column.
SELECT substr(period, 1, CAST($6 AS INTEGER)) AS part, key_1, key_2, CAST(SUM(CASE CAST($7 AS TEXT)
        WHEN 'inquiries' THEN inquiries WHEN 'minutes' THEN minutes WHEN 'answered' THEN answered
        WHEN 'referred' THEN referred WHEN 'timed' THEN timed WHEN 'persons' THEN persons
        WHEN 'group_entries' THEN group_entries WHEN 'counted_groups' THEN counted_groups ELSE returning_visits END) AS BIGINT) AS total
FROM inquiries_count
WHERE municipality_id = $1 AND grain = $2 AND cut = $3 AND period >= $4 AND period <= $5
    AND (CAST($8 AS TEXT) IS NULL OR key_1 = $8) AND (CAST($9 AS TEXT) IS NULL OR key_2 = $9)
GROUP BY 1, 2, 3
