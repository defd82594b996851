SELECT grain, cut, period, key_1, key_2, inquiries, minutes, answered, referred, returning_visits, timed,
    group_entries, counted_groups, persons
FROM inquiries_count
WHERE municipality_id = $1 AND substr(period, 1, 7) = $2
    AND (inquiries <> 0 OR minutes <> 0 OR answered <> 0 OR referred <> 0 OR returning_visits <> 0
        OR timed <> 0 OR group_entries <> 0 OR persons <> 0)
