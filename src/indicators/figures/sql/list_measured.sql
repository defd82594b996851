SELECT id, source, municipality_id, country, title, title_nb, title_en, unit, operating_area, by_gender, retired, measure
FROM indicators_indicator WHERE measure <> '' AND retired = 0 ORDER BY municipality_id, id
