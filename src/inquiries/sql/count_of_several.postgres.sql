-- Of residents and of staff.
SELECT CAST(COALESCE(SUM(inquiries), 0) AS BIGINT) AS found FROM inquiries_count
WHERE municipality_id = ANY (ARRAY(SELECT json_array_elements_text(CAST($1 AS json))))
    AND grain = 'day' AND cut IN ('', 'asker') AND period >= $2 AND period <= $3
