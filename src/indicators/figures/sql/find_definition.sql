SELECT definition FROM indicators_indicator WHERE id = $1
