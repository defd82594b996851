DELETE FROM inquiries_topic WHERE municipality_id = $1 AND inquiry_id = $2
