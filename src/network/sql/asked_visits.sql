-- Of a network: who asks whom for a visit, and what that one answered.
SELECT v.municipality_id AS municipality_id, v.id AS id, v.title AS title, v.programme AS programme, v.direction AS direction,
       v.state AS state, v.day AS day, v.member AS member, COALESCE(a.id, '') AS answer_id, COALESCE(a.state, '') AS answered,
       COALESCE(a.day, '') AS answered_day, COALESCE(a.answer, '') AS word
FROM network_visit v
LEFT JOIN network_visit a
    ON a.municipality_id = v.member AND a.answers = v.municipality_id || '/' || v.id AND a.ended_at = ''
WHERE v.network = $1 AND v.member <> '' AND v.member <> v.municipality_id AND v.answers = '' AND v.ended_at = ''
ORDER BY v.municipality_id, v.id
