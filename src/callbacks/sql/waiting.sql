SELECT id, topic, function, person, unit, promised_at, opened_at, asker, wished,
    CASE WHEN EXISTS (SELECT 1 FROM callbacks_contact c WHERE c.municipality_id = b.municipality_id AND c.call_back_id = b.id)
        THEN 0 ELSE 1 END AS lacks_contact
FROM callbacks_call_back b
WHERE municipality_id = $1 AND state = 'waiting'
ORDER BY promised_at, id
LIMIT 2000
