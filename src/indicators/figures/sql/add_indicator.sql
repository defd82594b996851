INSERT INTO indicators_indicator (id, source, municipality_id, country, title, title_nb, title_en, definition, unit,
    operating_area, by_gender, retired, measure, direction, removed_at, changed_at)
VALUES ($1, $2, $12, $3, $4, $5, $6, '', $7, $8, $9, $10, '', '', NULL, $11)
ON CONFLICT (id) DO NOTHING
