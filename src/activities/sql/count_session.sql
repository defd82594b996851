UPDATE activities_session SET version = version + 1, changed_at = $4, status = 'held', counted_at = $4, women = $5, men = $6,
    girls = $7, boys = $8, not_stated = $9, did_not_come = $10, note = $11, asked = $12, needs = $13, fee = $14, premises = $15,
    material = $16, travel = $17, next_step = $18, partners = $19, kind = $20,
    purpose = $21,
    needs_open = CASE WHEN $13 = '' THEN 0 WHEN $13 = needs THEN needs_open ELSE 1 END
WHERE municipality_id = $1 AND id = $2 AND version = $3
