INSERT INTO inquiries_topic (municipality_id, inquiry_id, position, topic) VALUES ($1, $2, $3, $4)
