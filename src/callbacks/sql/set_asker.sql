UPDATE callbacks_call_back SET asker = $3 WHERE municipality_id = $1 AND entry = $2 AND entry <> '' AND asker <> $3
