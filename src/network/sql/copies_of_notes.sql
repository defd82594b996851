SELECT copied_from, id, copied_as FROM network_note WHERE municipality_id = $1 AND copied_from <> ''
