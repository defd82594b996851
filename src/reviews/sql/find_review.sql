SELECT id FROM reviews_review WHERE municipality_id = $1 AND id = $2
