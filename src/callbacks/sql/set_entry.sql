-- An entry was taken back and logged anew: whoever waits does so for the new one.
UPDATE callbacks_call_back SET entry = $3, version = version + 1
WHERE municipality_id = $1 AND entry = $2 AND entry <> '' AND state = 'waiting'
