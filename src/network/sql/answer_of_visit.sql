SELECT state, day, answer FROM network_visit WHERE municipality_id = $1 AND answers = $2 AND ended_at = ''
