SELECT id, country, title, title_nb, title_en, definition, operating_area, retired, removed_at
FROM indicators_indicator WHERE id > $1 AND source NOT IN ('made-up', 'local') ORDER BY id LIMIT $2
