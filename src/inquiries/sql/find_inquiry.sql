SELECT i.id, i.at, i.local_date, i.local_hour, i.place, i.channel, i.outcome, i.support_given, i.body, i.language, i.barrier,
    i.age_band, i.gender, i.minutes, i.is_returning, i.note, i.referred_to, i.created_at, i.created_by,
    i.kind, i.asker, i.e_service, i.follow_up, i.further, i.barriers, i.target_groups, i.women, i.men, i.girls, i.boys, i.other, i.not_stated,
    t.topic
FROM inquiries_inquiry i
JOIN inquiries_topic t ON t.municipality_id = i.municipality_id AND t.inquiry_id = i.id
WHERE i.municipality_id = $1 AND i.id = $2 AND i.deleted_at IS NULL
ORDER BY t.position
