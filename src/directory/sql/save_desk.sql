UPDATE directory_version SET desk = $2 WHERE municipality_id = $1
