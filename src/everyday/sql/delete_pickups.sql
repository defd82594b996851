DELETE FROM everyday_pickup
WHERE municipality_id = $1 AND id IN (
    SELECT id FROM everyday_pickup
    WHERE municipality_id = $1 AND done_on <> '' AND done_on < $2 ORDER BY done_on LIMIT $3)
