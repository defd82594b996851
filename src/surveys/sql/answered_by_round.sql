SELECT round, number FROM surveys_count
WHERE municipality_id = $1 AND survey = $2 AND question = '' AND value = '' AND split = '' AND split_value = ''
