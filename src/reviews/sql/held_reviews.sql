SELECT COUNT(*) AS number FROM reviews_review WHERE municipality_id = $1
