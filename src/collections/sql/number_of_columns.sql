SELECT COUNT(*) AS number FROM collections_column WHERE municipality_id = $1 AND collection = $2
