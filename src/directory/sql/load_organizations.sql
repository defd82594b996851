SELECT id, name, type FROM directory_organization WHERE municipality_id = $1
