INSERT INTO platform_migration (number, name, checksum, applied_at)
VALUES ($1, $2, $3, $4)
