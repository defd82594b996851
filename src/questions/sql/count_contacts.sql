SELECT COUNT(*) AS number FROM questions_contact WHERE municipality_id = $1 AND given_at < $2
