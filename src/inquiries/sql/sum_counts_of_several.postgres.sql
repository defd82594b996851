-- As sum_counts, of municipalities together and by months. $6: which column.
SELECT substr(period, 1, 7) AS month, key_1, key_2, CAST(SUM(CASE CAST($6 AS TEXT)
        WHEN 'inquiries' THEN inquiries WHEN 'minutes' THEN minutes WHEN 'answered' THEN answered
        WHEN 'referred' THEN referred WHEN 'timed' THEN timed WHEN 'persons' THEN persons
        WHEN 'group_entries' THEN group_entries WHEN 'counted_groups' THEN counted_groups ELSE returning_visits END) AS BIGINT) AS total
FROM inquiries_count
WHERE municipality_id = ANY (ARRAY(SELECT json_array_elements_text(CAST($1 AS json))))
    AND grain = $2 AND cut = $3 AND period >= $4 AND period <= $5
    AND (CAST($7 AS TEXT) IS NULL OR key_1 = $7) AND (CAST($8 AS TEXT) IS NULL OR key_2 = $8)
GROUP BY 1, 2, 3
