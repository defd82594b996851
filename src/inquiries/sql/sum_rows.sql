-- The same from the rows, for combinations that no count keeps. $4 … $17: 1 where that dimension is asked for; $18: which column;
-- $19: 1 for those of employees and partners, 0 for those of residents; $20, $21: 1 where the e-service, where further words are;
-- $22: how much of the day to group by, as in sum_counts.
SELECT substr(i.local_date, 1, CAST($22 AS INTEGER)) AS part,
    CASE WHEN CAST($4 AS INTEGER) = 1 THEN i.place ELSE '' END AS place,
    CASE WHEN CAST($5 AS INTEGER) = 1 THEN i.channel ELSE '' END AS channel,
    CASE WHEN CAST($6 AS INTEGER) = 1 THEN i.outcome ELSE '' END AS outcome,
    CASE WHEN CAST($7 AS INTEGER) = 1 THEN i.local_hour ELSE 0 END AS hour,
    CASE WHEN CAST($8 AS INTEGER) = 1 THEN t.topic ELSE '' END AS topic,
    CASE WHEN CAST($9 AS INTEGER) = 1 THEN i.support_given ELSE '' END AS support_given,
    CASE WHEN CAST($10 AS INTEGER) = 1 THEN i.body ELSE '' END AS body,
    CASE WHEN CAST($11 AS INTEGER) = 1 THEN i.language ELSE '' END AS language,
    CASE WHEN CAST($12 AS INTEGER) = 1 THEN i.barrier || i.barriers ELSE '' END AS barrier,
    CASE WHEN CAST($13 AS INTEGER) = 1 THEN i.age_band ELSE '' END AS age_band,
    CASE WHEN CAST($14 AS INTEGER) = 1 THEN i.gender ELSE '' END AS gender,
    CASE WHEN CAST($15 AS INTEGER) = 1 THEN i.kind ELSE '' END AS kind,
    CASE WHEN CAST($16 AS INTEGER) = 1 THEN i.target_groups ELSE '' END AS target_group,
    CASE WHEN CAST($17 AS INTEGER) = 1 THEN i.asker ELSE '' END AS asker,
    CASE WHEN CAST($20 AS INTEGER) = 1 THEN i.e_service ELSE '' END AS e_service,
    CASE WHEN CAST($21 AS INTEGER) = 1 THEN i.further || CASE i.follow_up WHEN 1 THEN ',follow_up:open,' ELSE '' END ELSE '' END AS further,
    CAST(SUM(CASE CAST($18 AS TEXT)
        WHEN 'inquiries' THEN 1 WHEN 'minutes' THEN COALESCE(i.minutes, 0)
        WHEN 'answered' THEN CASE WHEN i.outcome = 'answered' THEN 1 ELSE 0 END
        WHEN 'referred' THEN CASE WHEN i.outcome = 'referred' THEN 1 ELSE 0 END
        WHEN 'without_receiver' THEN CASE WHEN i.outcome = 'referred' AND i.referred_to = '' THEN 1 ELSE 0 END
        WHEN 'timed' THEN CASE WHEN i.minutes IS NULL THEN 0 ELSE 1 END
        WHEN 'group_entries' THEN CASE WHEN i.kind = 'group' THEN 1 ELSE 0 END
        WHEN 'counted_groups' THEN CASE WHEN COALESCE(i.women, i.men, i.girls, i.boys, i.other, i.not_stated) IS NULL THEN 0
                                        ELSE 1 END
        WHEN 'persons' THEN COALESCE(i.women, 0) + COALESCE(i.men, 0) + COALESCE(i.girls, 0) + COALESCE(i.boys, 0)
                            + COALESCE(i.other, 0) + COALESCE(i.not_stated, 0)
        ELSE i.is_returning END) AS BIGINT) AS total
FROM inquiries_inquiry i
LEFT JOIN inquiries_topic t
    ON CAST($8 AS INTEGER) = 1 AND t.municipality_id = i.municipality_id AND t.inquiry_id = i.id
WHERE i.municipality_id = $1 AND i.at >= $2 AND i.at < $3 AND i.deleted_at IS NULL
    AND (CASE WHEN i.asker = '' THEN 0 ELSE 1 END) = CAST($19 AS INTEGER)
GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17
