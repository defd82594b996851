-- Where a revision ($4) says anything else than the one before it ($3).
SELECT node, time, table_key FROM (
    SELECT node, time, table_key, cells FROM releases_row WHERE scope = $1 AND year = $2 AND revision = $3
    EXCEPT
    SELECT node, time, table_key, cells FROM releases_row WHERE scope = $1 AND year = $2 AND revision = $4) AS gone
UNION
SELECT node, time, table_key FROM (
    SELECT node, time, table_key, cells FROM releases_row WHERE scope = $1 AND year = $2 AND revision = $4
    EXCEPT
    SELECT node, time, table_key, cells FROM releases_row WHERE scope = $1 AND year = $2 AND revision = $3) AS come
