-- Its mark, too: a short number could be guessed from it.
UPDATE callbacks_call_back SET contact = '' WHERE municipality_id = $1 AND id = $2
