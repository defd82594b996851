SELECT number, name, checksum
FROM platform_migration
ORDER BY number
