INSERT INTO indicators_indicator (id, source, municipality_id, country, title, title_nb, title_en, definition, unit,
    operating_area, by_gender, retired, measure, direction, removed_at, changed_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, NULL, $15)
ON CONFLICT (id) DO UPDATE SET title = excluded.title, title_nb = excluded.title_nb, title_en = excluded.title_en,
    definition = excluded.definition, unit = excluded.unit, operating_area = excluded.operating_area,
    by_gender = excluded.by_gender, retired = excluded.retired, measure = excluded.measure,
    direction = excluded.direction, removed_at = NULL, changed_at = excluded.changed_at
