-- Of an entry: nobody has done anything about it, and nobody has said how the person is reached.
DELETE FROM callbacks_call_back
WHERE municipality_id = $1 AND id = $2 AND version = 1 AND state = 'waiting' AND contact = ''
