SELECT survey FROM surveys_round WHERE municipality_id = $1 AND id = $2
