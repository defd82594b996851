-- Of a municipality's places, which stand between these.
SELECT node, cells FROM releases_row
WHERE scope = $1 AND year = $2 AND revision = $3 AND node >= $4 AND node < $5 AND time = $6 AND table_key = 'total'
ORDER BY node
