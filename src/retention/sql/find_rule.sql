SELECT rule, version, number, decided_by, changed_at, changed_by
FROM retention_rule
WHERE municipality_id = $1 AND rule = $2
ORDER BY version DESC
LIMIT 1
