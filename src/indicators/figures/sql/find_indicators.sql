SELECT id, source, municipality_id, country, title, title_nb, title_en, unit, operating_area, by_gender, retired, measure,
    CASE WHEN source = 'made-up' OR source = 'kostra' AND EXISTS (
        SELECT 1 FROM indicators_figures WHERE indicator_id = indicators_indicator.id AND origin = 'made up'
    ) THEN 1 ELSE 0 END AS made_up
FROM indicators_indicator WHERE id IN (SELECT value FROM json_each($1))
