-- Not those that came with an extension, such as the views of pg_stat_statements.
SELECT there.relname::text AS name
FROM pg_catalog.pg_class AS there
WHERE there.relnamespace = to_regnamespace(current_schema()::text) AND there.relkind IN ('r', 'p', 'f', 'v', 'm')
    AND to_regclass('platform_migration') IS NULL
    AND NOT EXISTS (
        SELECT 1
        FROM pg_catalog.pg_depend AS dependency
        WHERE dependency.classid = 'pg_catalog.pg_class'::regclass AND dependency.objid = there.oid
            AND dependency.deptype = 'e'
    )
ORDER BY there.relname
LIMIT 1
