-- What residents asked on these days, each inquiry once: by its first topic, with the two behind it.
SELECT i.place, i.channel, i.outcome, i.body, i.language, i.barrier, i.age_band, i.gender, i.support_given,
    COALESCE(t.topic, '') AS topic, COALESCE(second.topic, '') AS second_topic, COALESCE(third.topic, '') AS third_topic,
    COUNT(*) AS number
FROM inquiries_inquiry i
LEFT JOIN inquiries_topic t ON t.municipality_id = i.municipality_id AND t.inquiry_id = i.id AND t.position = 0
LEFT JOIN inquiries_topic second
    ON second.municipality_id = i.municipality_id AND second.inquiry_id = i.id AND second.position = 1
LEFT JOIN inquiries_topic third
    ON third.municipality_id = i.municipality_id AND third.inquiry_id = i.id AND third.position = 2
WHERE i.municipality_id = $1 AND i.at >= $2 AND i.at < $3 AND i.local_date BETWEEN $4 AND $5
    AND i.deleted_at IS NULL AND i.asker = ''
GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12
