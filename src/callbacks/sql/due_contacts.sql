SELECT call_back_id FROM callbacks_contact WHERE municipality_id = $1 AND counts_from < $2 ORDER BY counts_from LIMIT $3
