SELECT place, topic FROM inquiries_button
WHERE municipality_id = $1 AND (place = '' OR place = $2) ORDER BY place, position
