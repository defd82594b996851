INSERT INTO inquiries_field_off (municipality_id, field) VALUES ($1, $2)
