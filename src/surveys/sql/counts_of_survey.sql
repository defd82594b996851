SELECT round, question, value, split, split_value, number FROM surveys_count
WHERE municipality_id = $1 AND survey = $2 AND (split = '' OR split = $3)
ORDER BY round, question, value, split, split_value
