SELECT name
FROM sqlite_master
WHERE type IN ('table', 'view') AND substr(name, 1, 7) <> 'sqlite_'
    AND NOT EXISTS (SELECT 1 FROM sqlite_master AS own WHERE own.type = 'table' AND own.name = 'platform_migration')
ORDER BY name
LIMIT 1
