SELECT 'C' AS collation
