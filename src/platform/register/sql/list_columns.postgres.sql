SELECT column_name AS name, data_type = 'text' AS is_text, is_nullable = 'YES' AS may_be_null
FROM information_schema.columns
WHERE table_schema = current_schema() AND table_name = $1
