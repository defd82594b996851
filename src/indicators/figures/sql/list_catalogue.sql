SELECT id, title, title_nb, title_en, definition, unit, operating_area, by_gender, retired, removed_at
FROM indicators_indicator WHERE source = $1
