INSERT INTO inquiries_desk_button (municipality_id, position, topic) VALUES ($1, $2, $3)
