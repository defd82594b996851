SELECT desk FROM directory_version WHERE municipality_id = $1
