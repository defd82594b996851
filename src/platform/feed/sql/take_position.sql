-- The row stays locked until the transaction ends: that makes the order of places the order of commits.
INSERT INTO feed_position (feed, municipality_id, position) VALUES ($1, $2, 1)
ON CONFLICT (feed, municipality_id) DO UPDATE SET position = feed_position.position + 1
RETURNING position
