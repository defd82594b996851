-- In the order of the feed: what is new always comes last, so a cursor stays true.
SELECT i.id, i.at, i.local_date, i.local_hour, i.place, i.channel, i.outcome, i.support_given, i.body, i.language, i.barrier,
    i.age_band, i.gender, i.minutes, i.is_returning, i.note, i.referred_to, i.created_at, i.created_by,
    i.kind, i.asker, i.e_service, i.follow_up, i.further, i.barriers, i.target_groups, i.women, i.men, i.girls, i.boys, i.other, i.not_stated,
    t.topic
FROM (SELECT f.position AS feed_position, q.*
      FROM inquiries_feed f
      JOIN inquiries_inquiry q ON q.municipality_id = f.municipality_id AND q.id = f.inquiry_id
      WHERE f.municipality_id = $1 AND f.position > $2 AND q.created_at >= $3 AND q.deleted_at IS NULL
      ORDER BY f.position LIMIT $4) i
JOIN inquiries_topic t ON t.municipality_id = i.municipality_id AND t.inquiry_id = i.id
ORDER BY i.feed_position, t.position
