SELECT at, actor, action, fields, reason FROM inquiries_change WHERE municipality_id = $1 AND inquiry_id = $2 ORDER BY id
