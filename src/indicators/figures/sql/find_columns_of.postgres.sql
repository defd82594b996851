SELECT indicator_id, year, gender, packed FROM json_array_elements(CAST($1 AS json)) AS wanted (pair)
JOIN indicators_figures ON indicator_id = pair ->> 0 AND year = CAST(pair ->> 1 AS BIGINT)
