SELECT from_round, to_round, question, number, higher, same, lower, sum_before, sum_after FROM surveys_change
WHERE municipality_id = $1 AND survey = $2 ORDER BY from_round, to_round, question
