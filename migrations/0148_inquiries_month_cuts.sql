-- Sums of months by more than two of what is most asked about: an inquiry once in those without topics, once under each of
-- its topics in the others. key_2 holds what comes after the first, with | between.
CREATE TABLE inquiries_month_cell AS
SELECT i.municipality_id, substr(i.local_date, 1, 7) AS month, '' AS topic, i.place, i.channel, i.outcome,
    CASE WHEN i.local_hour < 0 THEN '' WHEN i.local_hour < 10 THEN '0' || CAST(i.local_hour AS TEXT)
        ELSE CAST(i.local_hour AS TEXT) END AS hour,
    COUNT(*) AS inquiries, SUM(COALESCE(i.minutes, 0)) AS minutes,
    SUM(CASE WHEN i.outcome = 'answered' THEN 1 ELSE 0 END) AS answered,
    SUM(CASE WHEN i.outcome = 'referred' THEN 1 ELSE 0 END) AS referred, SUM(i.is_returning) AS returning_visits,
    SUM(CASE WHEN i.minutes IS NULL THEN 0 ELSE 1 END) AS timed,
    SUM(CASE WHEN i.kind = 'group' THEN 1 ELSE 0 END) AS group_entries,
    SUM(CASE WHEN i.kind = 'group' AND COALESCE(i.women, i.men, i.girls, i.boys, i.other, i.not_stated) IS NOT NULL
        THEN 1 ELSE 0 END) AS counted_groups,
    SUM(CASE WHEN i.kind = 'group' THEN COALESCE(i.women, 0) + COALESCE(i.men, 0) + COALESCE(i.girls, 0) + COALESCE(i.boys, 0)
        + COALESCE(i.other, 0) + COALESCE(i.not_stated, 0) ELSE 0 END) AS persons
FROM inquiries_inquiry i
WHERE i.deleted_at IS NULL AND i.asker = ''
GROUP BY 1, 2, 3, 4, 5, 6, 7;

INSERT INTO inquiries_count (municipality_id, grain, cut, period, key_1, key_2, inquiries, minutes, answered, referred,
    returning_visits,
    timed, group_entries, counted_groups, persons)
SELECT municipality_id, 'month', 'channel+outcome+hour', month, channel, outcome || '|' || hour, SUM(inquiries),
    SUM(minutes), SUM(answered), SUM(referred),
    SUM(returning_visits), SUM(timed), SUM(group_entries), SUM(counted_groups), SUM(persons)
FROM inquiries_month_cell GROUP BY 1, 3, 4, 5, 6;

INSERT INTO inquiries_count (municipality_id, grain, cut, period, key_1, key_2, inquiries, minutes, answered, referred,
    returning_visits,
    timed, group_entries, counted_groups, persons)
SELECT municipality_id, 'month', 'place+outcome+hour', month, place, outcome || '|' || hour, SUM(inquiries), SUM(minutes),
    SUM(answered), SUM(referred),
    SUM(returning_visits), SUM(timed), SUM(group_entries), SUM(counted_groups), SUM(persons)
FROM inquiries_month_cell GROUP BY 1, 3, 4, 5, 6;

INSERT INTO inquiries_count (municipality_id, grain, cut, period, key_1, key_2, inquiries, minutes, answered, referred,
    returning_visits,
    timed, group_entries, counted_groups, persons)
SELECT municipality_id, 'month', 'place+channel+hour', month, place, channel || '|' || hour, SUM(inquiries), SUM(minutes),
    SUM(answered), SUM(referred),
    SUM(returning_visits), SUM(timed), SUM(group_entries), SUM(counted_groups), SUM(persons)
FROM inquiries_month_cell GROUP BY 1, 3, 4, 5, 6;

INSERT INTO inquiries_count (municipality_id, grain, cut, period, key_1, key_2, inquiries, minutes, answered, referred,
    returning_visits,
    timed, group_entries, counted_groups, persons)
SELECT municipality_id, 'month', 'place+channel+outcome', month, place, channel || '|' || outcome, SUM(inquiries),
    SUM(minutes), SUM(answered), SUM(referred),
    SUM(returning_visits), SUM(timed), SUM(group_entries), SUM(counted_groups), SUM(persons)
FROM inquiries_month_cell GROUP BY 1, 3, 4, 5, 6;

DROP TABLE inquiries_month_cell;

CREATE TABLE inquiries_month_cell AS
SELECT i.municipality_id, substr(i.local_date, 1, 7) AS month, t.topic AS topic, i.place, i.channel, i.outcome,
    CASE WHEN i.local_hour < 0 THEN '' WHEN i.local_hour < 10 THEN '0' || CAST(i.local_hour AS TEXT)
        ELSE CAST(i.local_hour AS TEXT) END AS hour,
    COUNT(*) AS inquiries, SUM(COALESCE(i.minutes, 0)) AS minutes,
    SUM(CASE WHEN i.outcome = 'answered' THEN 1 ELSE 0 END) AS answered,
    SUM(CASE WHEN i.outcome = 'referred' THEN 1 ELSE 0 END) AS referred, SUM(i.is_returning) AS returning_visits,
    SUM(CASE WHEN i.minutes IS NULL THEN 0 ELSE 1 END) AS timed,
    SUM(CASE WHEN i.kind = 'group' THEN 1 ELSE 0 END) AS group_entries,
    SUM(CASE WHEN i.kind = 'group' AND COALESCE(i.women, i.men, i.girls, i.boys, i.other, i.not_stated) IS NOT NULL
        THEN 1 ELSE 0 END) AS counted_groups,
    SUM(CASE WHEN i.kind = 'group' THEN COALESCE(i.women, 0) + COALESCE(i.men, 0) + COALESCE(i.girls, 0) + COALESCE(i.boys, 0)
        + COALESCE(i.other, 0) + COALESCE(i.not_stated, 0) ELSE 0 END) AS persons
FROM inquiries_inquiry i
JOIN inquiries_topic t ON t.municipality_id = i.municipality_id AND t.inquiry_id = i.id
WHERE i.deleted_at IS NULL AND i.asker = ''
GROUP BY 1, 2, 3, 4, 5, 6, 7;

INSERT INTO inquiries_count (municipality_id, grain, cut, period, key_1, key_2, inquiries, minutes, answered, referred,
    returning_visits,
    timed, group_entries, counted_groups, persons)
SELECT municipality_id, 'month', 'topic+outcome+hour', month, topic, outcome || '|' || hour, SUM(inquiries), SUM(minutes),
    SUM(answered), SUM(referred),
    SUM(returning_visits), SUM(timed), SUM(group_entries), SUM(counted_groups), SUM(persons)
FROM inquiries_month_cell GROUP BY 1, 3, 4, 5, 6;

INSERT INTO inquiries_count (municipality_id, grain, cut, period, key_1, key_2, inquiries, minutes, answered, referred,
    returning_visits,
    timed, group_entries, counted_groups, persons)
SELECT municipality_id, 'month', 'topic+channel+hour', month, topic, channel || '|' || hour, SUM(inquiries), SUM(minutes),
    SUM(answered), SUM(referred),
    SUM(returning_visits), SUM(timed), SUM(group_entries), SUM(counted_groups), SUM(persons)
FROM inquiries_month_cell GROUP BY 1, 3, 4, 5, 6;

INSERT INTO inquiries_count (municipality_id, grain, cut, period, key_1, key_2, inquiries, minutes, answered, referred,
    returning_visits,
    timed, group_entries, counted_groups, persons)
SELECT municipality_id, 'month', 'topic+place+hour', month, topic, place || '|' || hour, SUM(inquiries), SUM(minutes),
    SUM(answered), SUM(referred),
    SUM(returning_visits), SUM(timed), SUM(group_entries), SUM(counted_groups), SUM(persons)
FROM inquiries_month_cell GROUP BY 1, 3, 4, 5, 6;

INSERT INTO inquiries_count (municipality_id, grain, cut, period, key_1, key_2, inquiries, minutes, answered, referred,
    returning_visits,
    timed, group_entries, counted_groups, persons)
SELECT municipality_id, 'month', 'topic+place+channel+outcome', month, topic, place || '|' || channel || '|' || outcome,
    SUM(inquiries), SUM(minutes), SUM(answered), SUM(referred),
    SUM(returning_visits), SUM(timed), SUM(group_entries), SUM(counted_groups), SUM(persons)
FROM inquiries_month_cell GROUP BY 1, 3, 4, 5, 6;

DROP TABLE inquiries_month_cell;
