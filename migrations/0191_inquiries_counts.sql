-- How often counts of a month were written: whoever has added up a month of several municipalities sees whether that still holds.
CREATE TABLE inquiries_month_change (
    month TEXT NOT NULL,                        -- 2026-11
    municipality_id TEXT NOT NULL,
    changes INTEGER NOT NULL,
    PRIMARY KEY (month, municipality_id)
) STRICT, WITHOUT ROWID;

-- Sums of months of e-services and of bodies by what stood in the way, under each of which an inquiry counts: a year of a large
-- municipality is read from them.
CREATE TABLE inquiries_barrier_cell AS
SELECT i.municipality_id, substr(i.local_date, 1, 7) AS month, i.e_service, i.body, COALESCE(b.term, '') AS barrier,
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
LEFT JOIN (
    SELECT DISTINCT barrier AS term FROM inquiries_inquiry WHERE barrier <> ''
    UNION SELECT 'no_device' UNION SELECT 'no_e_id' UNION SELECT 'no_connection' UNION SELECT 'cost'
    UNION SELECT 'distance' UNION SELECT 'no_skill' UNION SELECT 'hard_language'
    UNION SELECT 'other_language' UNION SELECT 'wrong_format' UNION SELECT 'fear_of_fraud'
    UNION SELECT 'fear_of_technology' UNION SELECT 'privacy' UNION SELECT 'low_motivation'
    UNION SELECT 'no_network' UNION SELECT 'disability' UNION SELECT 'e_service_fault'
) b ON i.barrier = b.term OR i.barriers LIKE '%,' || b.term || ',%'
WHERE i.deleted_at IS NULL AND i.asker = ''
GROUP BY 1, 2, 3, 4, 5;

INSERT INTO inquiries_count (municipality_id, grain, cut, period, key_1, key_2, inquiries, minutes, answered, referred,
    returning_visits, timed, group_entries, counted_groups, persons)
SELECT municipality_id, 'month', 'e_service+body+barrier', month, e_service, body || '|' || barrier, inquiries, minutes, answered,
    referred, returning_visits, timed, group_entries, counted_groups, persons
FROM inquiries_barrier_cell;

DROP TABLE inquiries_barrier_cell;
