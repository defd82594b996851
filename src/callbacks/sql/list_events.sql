SELECT at, actor, kind, function, person, note FROM callbacks_event
WHERE municipality_id = $1 AND call_back_id = $2 ORDER BY at DESC, id DESC LIMIT 50
