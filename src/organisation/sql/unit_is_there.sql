SELECT id FROM organisation_unit WHERE municipality_id = $1 AND id = $2
