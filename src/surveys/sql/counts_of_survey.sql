SELECT question, value, split, split_value, SUM(number) AS number FROM surveys_count
WHERE municipality_id = $1 AND survey = $2 AND ($3 = '' OR round = $3) AND (split = '' OR split = $4)
GROUP BY question, value, split, split_value
