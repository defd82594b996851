SELECT COUNT(*) AS number FROM reviews_improvement WHERE municipality_id = $1
