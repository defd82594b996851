INSERT INTO inquiries_field_choice (municipality_id, place, field, is_asked) VALUES ($1, $2, $3, $4)
