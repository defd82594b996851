SELECT id FROM organisation_rhythm WHERE municipality_id = $1 AND seen_to_by = $2
