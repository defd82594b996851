SELECT id, title, due, function, unit FROM reviews_improvement
WHERE municipality_id = $1 AND due <> '' AND due <= $2 AND status IN ('decided', 'in_work')
ORDER BY due, id LIMIT 500
