SELECT COUNT(*) AS tables
FROM pg_catalog.pg_class
WHERE oid = to_regclass('platform_migration')
