SELECT name, type = 'TEXT' AS is_text, "notnull" = 0 AS may_be_null
FROM pragma_table_info($1)
