INSERT INTO directory_desk (municipality_id, place, stand_in) VALUES ($1, $2, $3)
ON CONFLICT (municipality_id) DO UPDATE SET place = excluded.place, stand_in = excluded.stand_in
