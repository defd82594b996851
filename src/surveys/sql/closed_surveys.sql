SELECT municipality_id, id FROM surveys_survey WHERE closed_on <> '' ORDER BY municipality_id, id
