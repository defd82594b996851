SELECT opened_at, promised_at, closed_at, outcome, unit FROM callbacks_call_back
WHERE municipality_id = $1 AND state = 'closed' AND asker = '' AND closed_at >= $2 AND closed_at < $3
ORDER BY closed_at DESC
LIMIT 20000
