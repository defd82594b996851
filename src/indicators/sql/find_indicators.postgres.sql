SELECT id, source, municipality_id, country, title, title_nb, title_en, unit, operating_area, by_gender, retired, measure
FROM indicators_indicator WHERE id IN (SELECT json_array_elements_text(CAST($1 AS json)))
