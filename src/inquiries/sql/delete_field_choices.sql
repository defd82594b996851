DELETE FROM inquiries_field_choice WHERE municipality_id = $1 AND place = $2
