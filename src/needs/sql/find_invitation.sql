SELECT id FROM needs_invitation WHERE municipality_id = $1 AND secret = $2 LIMIT 1
