SELECT COUNT(*) AS number FROM callbacks_contact WHERE municipality_id = $1 AND counts_from < $2
