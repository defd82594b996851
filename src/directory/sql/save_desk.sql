INSERT INTO directory_desk (municipality_id, place) VALUES ($1, $2)
ON CONFLICT (municipality_id) DO UPDATE SET place = excluded.place
