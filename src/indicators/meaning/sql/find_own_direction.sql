SELECT direction FROM indicators_indicator WHERE id = $1 AND municipality_id <> ''
