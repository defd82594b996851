SELECT position FROM inquiries_feed WHERE municipality_id = $1 AND inquiry_id = $2
