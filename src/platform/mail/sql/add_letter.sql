INSERT INTO mail_letter (id, municipality_id, kind, state, recipient, language, subject, body, created_at, due_at, valid_until,
                         attempts, unanswered, claim, reason, ended_at, path, matter, record, about, unit, name, begins_at,
                         answers)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9, $10, 0, 0, '', '', $11, $12, $13, $14, $15, $16, $17, $18, $19)
