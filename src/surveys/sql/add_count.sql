INSERT INTO surveys_count (municipality_id, survey, round, question, value, split, split_value, number)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
ON CONFLICT (municipality_id, survey, round, question, value, split, split_value)
DO UPDATE SET number = surveys_count.number + excluded.number
