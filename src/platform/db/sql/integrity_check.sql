SELECT integrity_check AS finding
FROM pragma_integrity_check(100)
WHERE integrity_check <> 'ok'
UNION ALL
SELECT 'a row of ' || "table" || ' refers to a missing row of ' || parent
FROM pragma_foreign_key_check
