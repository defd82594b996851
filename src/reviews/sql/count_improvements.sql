SELECT COUNT(*) AS number FROM reviews_improvement
WHERE municipality_id = $1 AND changed_at < $2 AND status IN ('done', 'dropped')
