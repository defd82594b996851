UPDATE organisation_function SET holder = $3, stand_in = $4, changed_at = $5, version = version + 1
WHERE municipality_id = $1 AND id = $2
