SELECT place FROM directory_desk WHERE municipality_id = $1
