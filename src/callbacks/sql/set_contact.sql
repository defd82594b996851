INSERT INTO callbacks_contact (municipality_id, call_back_id, way, value, counts_from) VALUES ($1, $2, $3, $4, $5)
ON CONFLICT (municipality_id, call_back_id) DO UPDATE SET way = $3, value = $4, counts_from = $5
