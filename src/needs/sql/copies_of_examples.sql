SELECT copied_from, id, copied_as FROM needs_example WHERE municipality_id = $1 AND copied_from <> ''
