SELECT place, field, is_asked FROM inquiries_field_choice
WHERE municipality_id = $1 AND (place = '' OR place = $2) ORDER BY place, field
