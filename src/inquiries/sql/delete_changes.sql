DELETE FROM inquiries_change
WHERE municipality_id = $1 AND (inquiry_id, id) IN (
    SELECT inquiry_id, id FROM inquiries_change WHERE municipality_id = $1 AND at < $2 LIMIT $3)
