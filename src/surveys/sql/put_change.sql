INSERT INTO surveys_change (municipality_id, survey, from_round, to_round, question, number, higher, same, lower, sum_before,
    sum_after)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
ON CONFLICT (municipality_id, survey, from_round, to_round, question)
DO UPDATE SET number = $6, higher = $7, same = $8, lower = $9, sum_before = $10, sum_after = $11
