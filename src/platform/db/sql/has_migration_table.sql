SELECT COUNT(*) AS tables
FROM sqlite_master
WHERE type = 'table' AND name = 'platform_migration'
