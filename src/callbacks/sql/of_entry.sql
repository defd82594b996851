SELECT id, version FROM callbacks_call_back WHERE municipality_id = $1 AND entry = $2 AND entry <> '' ORDER BY opened_at DESC, id DESC LIMIT 1
