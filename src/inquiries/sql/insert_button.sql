INSERT INTO inquiries_button (municipality_id, place, position, topic) VALUES ($1, $2, $3, $4)
