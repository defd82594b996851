SELECT title, function, 0 AS part, position FROM bodies_introduction_rule WHERE municipality_id = $1
UNION ALL
SELECT title, function, 1 AS part, position FROM bodies_factor WHERE municipality_id = $1
ORDER BY part, position
