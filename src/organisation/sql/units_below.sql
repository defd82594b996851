SELECT id FROM organisation_unit WHERE municipality_id = $1 AND parent = $2 LIMIT 1
