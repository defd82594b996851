-- In the order in which they were recorded: what is new always comes last, so a cursor stays true.
SELECT i.id, i.at, i.local_date, i.local_hour, i.place, i.channel, i.outcome, i.support_given, i.body, i.language, i.barrier,
    i.age_band, i.gender, i.minutes, i.is_returning, i.note, i.referred_to, i.created_at, i.created_by, t.topic
FROM (SELECT * FROM inquiries_inquiry
      WHERE municipality_id = $1 AND id > $2 AND created_at >= $3 AND deleted_at IS NULL
      ORDER BY municipality_id, id LIMIT $4) i
JOIN inquiries_topic t ON t.municipality_id = i.municipality_id AND t.inquiry_id = i.id
ORDER BY i.id, t.position
