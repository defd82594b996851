UPDATE inquiries_inquiry SET at = $3, local_date = $4, local_hour = $5, place = $6, channel = $7, outcome = $8,
    support_given = $9, body = $10, language = $11, barrier = $12, age_band = $13, gender = $14, minutes = $15,
    is_returning = $16, note = $17, referred_to = $18,
    kind = $19, asker = $20, e_service = $21, follow_up = $22, barriers = $23, target_groups = $24,
    women = $25, men = $26, girls = $27, boys = $28, other = $29, not_stated = $30, further = $31
WHERE municipality_id = $1 AND id = $2
