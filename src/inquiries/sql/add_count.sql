INSERT INTO inquiries_count (municipality_id, grain, cut, period, key_1, key_2, inquiries, minutes, answered, referred,
    returning_visits, timed, group_entries, counted_groups, persons)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
ON CONFLICT (municipality_id, grain, cut, period, key_1, key_2) DO UPDATE SET
    inquiries = inquiries_count.inquiries + excluded.inquiries,
    minutes = inquiries_count.minutes + excluded.minutes,
    answered = inquiries_count.answered + excluded.answered,
    referred = inquiries_count.referred + excluded.referred,
    returning_visits = inquiries_count.returning_visits + excluded.returning_visits,
    timed = inquiries_count.timed + excluded.timed,
    group_entries = inquiries_count.group_entries + excluded.group_entries,
    counted_groups = inquiries_count.counted_groups + excluded.counted_groups,
    persons = inquiries_count.persons + excluded.persons
