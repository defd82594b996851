-- Of residents and of staff.
SELECT CAST(COALESCE(SUM(inquiries), 0) AS BIGINT) AS found FROM inquiries_count
WHERE municipality_id IN (SELECT value FROM json_each($1))
    AND grain = 'day' AND cut IN ('', 'asker') AND period >= $2 AND period <= $3
