SELECT 'the index ' || indexrelid::regclass::text || ' is not valid: REINDEX it' AS finding
FROM pg_catalog.pg_index
WHERE NOT indisvalid
UNION ALL
SELECT 'the encoding is ' || pg_encoding_to_char(encoding) || ', not UTF8: make a new database with ENCODING ''UTF8'''
FROM pg_catalog.pg_database
WHERE datname = current_database() AND pg_encoding_to_char(encoding) <> 'UTF8'
