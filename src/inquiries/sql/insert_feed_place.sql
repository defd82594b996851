INSERT INTO inquiries_feed (municipality_id, position, inquiry_id) VALUES ($1, $2, $3)
