SELECT COUNT(*) AS number FROM everyday_pickup WHERE municipality_id = $1 AND done_on <> '' AND done_on < $2
