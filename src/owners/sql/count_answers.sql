SELECT COUNT(*) AS number FROM owners_answer WHERE municipality_id = $1 AND changed_at < $2
