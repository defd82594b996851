INSERT INTO retention_rule (municipality_id, rule, version, number, decided_by, changed_at, changed_by)
VALUES ($1, $2, $3, $4, $5, $6, $7)
