-- Of an entry that says now that somebody else asked.
SELECT id, state, outcome, unit, opened_unit, opened_at, promised_at, closed_at, asker FROM callbacks_call_back
WHERE municipality_id = $1 AND entry = $2 AND entry <> '' AND asker <> $3
