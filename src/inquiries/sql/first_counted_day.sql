SELECT MIN(period) AS day FROM inquiries_count
WHERE municipality_id = $1 AND grain = 'day' AND cut = '' AND inquiries > 0
