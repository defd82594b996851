SELECT r.rule, r.version, r.number, r.decided_by, r.changed_at, r.changed_by
FROM retention_rule r
WHERE r.municipality_id = $1 AND r.version = (
    SELECT MAX(o.version) FROM retention_rule o WHERE o.municipality_id = r.municipality_id AND o.rule = r.rule)
