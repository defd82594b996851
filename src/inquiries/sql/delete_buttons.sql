DELETE FROM inquiries_button WHERE municipality_id = $1 AND place = $2
