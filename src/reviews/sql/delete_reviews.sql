DELETE FROM reviews_review WHERE municipality_id = $1 AND id IN (
    SELECT r.id FROM reviews_review r WHERE r.municipality_id = $1 AND CASE WHEN r.held_on = '' THEN r.created_at ELSE r.held_on END < $2
        AND NOT EXISTS (SELECT 1 FROM reviews_improvement i WHERE i.municipality_id = r.municipality_id AND i.review = r.id)
    LIMIT $3)
