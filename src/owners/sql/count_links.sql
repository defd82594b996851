SELECT COUNT(*) AS number FROM owners_link
WHERE municipality_id = $1 AND (open_until < $2 OR (ended_at <> '' AND ended_at < $2))
