DELETE FROM owners_answer WHERE municipality_id = $1 AND id IN (
    SELECT id FROM owners_answer WHERE municipality_id = $1 AND changed_at < $2 ORDER BY changed_at, id LIMIT $3)
