SELECT id FROM reviews_improvement WHERE municipality_id = $1 AND review = $2
ORDER BY CASE WHEN due = '' THEN '9' ELSE due END, id LIMIT $3
