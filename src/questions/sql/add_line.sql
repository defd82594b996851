-- Who said another at the same moment was before: nothing is returned, or the transaction begins anew.
INSERT INTO questions_line (municipality_id, question_id, id, number, said_at, is_staff, account, words)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
ON CONFLICT DO NOTHING
RETURNING number
