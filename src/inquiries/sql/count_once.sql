-- What residents asked on these days, each inquiry once: by its first topic.
SELECT i.place, i.channel, i.outcome, i.body, i.language, COALESCE(t.topic, '') AS topic, COUNT(*) AS number
FROM inquiries_inquiry i
LEFT JOIN inquiries_topic t ON t.municipality_id = i.municipality_id AND t.inquiry_id = i.id AND t.position = 0
WHERE i.municipality_id = $1 AND i.at >= $2 AND i.at < $3 AND i.local_date BETWEEN $4 AND $5
    AND i.deleted_at IS NULL AND i.asker = ''
GROUP BY 1, 2, 3, 4, 5, 6
