SELECT id FROM releases_shared WHERE municipality_id = $1 AND secret = $2
