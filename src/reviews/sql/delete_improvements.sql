DELETE FROM reviews_improvement WHERE municipality_id = $1 AND id IN (
    SELECT id FROM reviews_improvement WHERE municipality_id = $1 AND changed_at < $2 AND status IN ('done', 'dropped') LIMIT $3)
