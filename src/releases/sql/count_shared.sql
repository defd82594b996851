SELECT COUNT(*) AS number FROM releases_shared
WHERE municipality_id = $1 AND (open_until < $2 OR (ended_at <> '' AND ended_at < $2))
