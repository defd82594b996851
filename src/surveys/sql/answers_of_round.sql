SELECT (SELECT COUNT(*) FROM surveys_spool WHERE municipality_id = $1 AND survey = $2 AND round = $3)
    + COALESCE((SELECT SUM(number) FROM surveys_count
                WHERE municipality_id = $1 AND survey = $2 AND round = $3 AND question = '' AND split = ''), 0) AS number
