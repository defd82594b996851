SELECT CAST(COALESCE(SUM(inquiries), 0) AS BIGINT) AS found FROM inquiries_count
WHERE municipality_id = $1 AND grain = 'day' AND cut = '' AND period >= $2 AND period <= $3
