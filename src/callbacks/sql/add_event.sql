INSERT INTO callbacks_event (municipality_id, call_back_id, id, at, actor, kind, function, person, note)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
