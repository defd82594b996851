SELECT id FROM surveys_round
WHERE municipality_id = $1 AND survey = $2 AND id <> $3 AND ended_at = '' AND opens <= $5 AND closes >= $4
