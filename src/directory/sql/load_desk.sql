SELECT place, stand_in FROM directory_desk WHERE municipality_id = $1
