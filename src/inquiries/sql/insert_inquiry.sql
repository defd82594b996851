INSERT INTO inquiries_inquiry (municipality_id, id, at, local_date, local_hour, place, channel, outcome, support_given,
    body, language, barrier, age_band, gender, minutes, is_returning, note, referred_to, created_at, created_by,
    kind, asker, e_service, follow_up, barriers, target_groups, women, men, girls, boys, other, not_stated, further)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20,
    $21, $22, $23, $24, $25, $26, $27, $28, $29, $30, $31, $32, $33)
