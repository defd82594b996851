DELETE FROM booking_address WHERE municipality_id = $1 AND booking_id IN
    (SELECT booking_id FROM booking_address WHERE municipality_id = $1 AND counts_from < $2 ORDER BY counts_from LIMIT $3)
