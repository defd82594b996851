DELETE FROM inquiries_desk_button WHERE municipality_id = $1
