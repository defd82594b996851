SELECT topic FROM inquiries_desk_button WHERE municipality_id = $1 ORDER BY position
