-- How many of the counted inquiries state their help time, so that a sum can say "stated in X of Y"; and who has turned
-- the desk's keys off.
ALTER TABLE inquiries_count ADD COLUMN timed INTEGER NOT NULL DEFAULT 0;

CREATE TABLE inquiries_cut (
    name TEXT NOT NULL PRIMARY KEY
) STRICT;

INSERT INTO inquiries_cut (name) VALUES (''), ('topic'), ('place'), ('channel'), ('outcome'), ('hour'), ('support_given'),
    ('body'), ('language'), ('barrier'), ('age_band'), ('gender'), ('topic+place'), ('topic+channel'), ('topic+outcome'),
    ('place+channel'), ('place+outcome'), ('place+hour'), ('channel+outcome');

CREATE TABLE inquiries_stated AS
SELECT i.municipality_id, c.name AS cut, i.local_date AS day,
    CASE WHEN c.name LIKE 'topic%' THEN t.topic WHEN c.name LIKE 'place%' THEN i.place
        WHEN c.name LIKE 'channel%' THEN i.channel WHEN c.name = 'outcome' THEN i.outcome
        WHEN c.name = 'hour' THEN CASE WHEN i.local_hour < 10 THEN '0' ELSE '' END || CAST(i.local_hour AS TEXT)
        WHEN c.name = 'support_given' THEN i.support_given WHEN c.name = 'body' THEN i.body
        WHEN c.name = 'language' THEN i.language WHEN c.name = 'barrier' THEN i.barrier
        WHEN c.name = 'age_band' THEN i.age_band WHEN c.name = 'gender' THEN i.gender ELSE '' END AS key_1,
    CASE WHEN c.name LIKE '%+place' THEN i.place WHEN c.name LIKE '%+channel' THEN i.channel
        WHEN c.name LIKE '%+outcome' THEN i.outcome
        WHEN c.name LIKE '%+hour' THEN CASE WHEN i.local_hour < 10 THEN '0' ELSE '' END || CAST(i.local_hour AS TEXT)
        ELSE '' END AS key_2,
    COUNT(*) AS timed
FROM inquiries_inquiry i
CROSS JOIN inquiries_cut c
LEFT JOIN inquiries_topic t
    ON c.name LIKE 'topic%' AND t.municipality_id = i.municipality_id AND t.inquiry_id = i.id
WHERE i.minutes IS NOT NULL AND i.deleted_at IS NULL
GROUP BY 1, 2, 3, 4, 5;

UPDATE inquiries_count SET timed = s.timed
FROM inquiries_stated s
WHERE inquiries_count.grain = 'day' AND s.municipality_id = inquiries_count.municipality_id AND s.cut = inquiries_count.cut
    AND s.day = inquiries_count.period AND s.key_1 = inquiries_count.key_1 AND s.key_2 = inquiries_count.key_2;

UPDATE inquiries_count SET timed = s.timed
FROM (SELECT municipality_id, cut, substr(day, 1, 7) AS month, key_1, key_2, CAST(SUM(timed) AS BIGINT) AS timed
      FROM inquiries_stated GROUP BY 1, 2, 3, 4, 5) s
WHERE inquiries_count.grain = 'month' AND s.municipality_id = inquiries_count.municipality_id
    AND s.cut = inquiries_count.cut AND s.month = inquiries_count.period AND s.key_1 = inquiries_count.key_1
    AND s.key_2 = inquiries_count.key_2;

DROP TABLE inquiries_stated;
DROP TABLE inquiries_cut;

CREATE TABLE inquiries_person (
    municipality_id TEXT NOT NULL,
    account_id TEXT NOT NULL,
    keys_off INTEGER NOT NULL,
    PRIMARY KEY (municipality_id, account_id)
) STRICT, WITHOUT ROWID;
