CREATE TABLE IF NOT EXISTS platform_migration (
    number BIGINT PRIMARY KEY,
    name TEXT COLLATE "C" NOT NULL,
    checksum TEXT NOT NULL,
    applied_at TEXT NOT NULL
)
