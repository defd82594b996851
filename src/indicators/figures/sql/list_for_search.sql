SELECT id, municipality_id, country, title, title_nb, title_en, definition, operating_area, retired, removed_at
FROM indicators_indicator WHERE id > $1 AND source <> 'made-up' ORDER BY id LIMIT $2
