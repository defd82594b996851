SELECT id FROM organisation_function WHERE municipality_id = $1 AND id = $2
