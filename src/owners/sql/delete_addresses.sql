DELETE FROM owners_address WHERE municipality_id = $1 AND link IN (
    SELECT a.link FROM owners_address a
    LEFT JOIN owners_link l ON l.municipality_id = a.municipality_id AND l.id = a.link
    WHERE a.municipality_id = $1 AND (l.id IS NULL OR l.open_until < $2 OR (l.ended_at <> '' AND l.ended_at < $2))
    ORDER BY a.link LIMIT $3)
