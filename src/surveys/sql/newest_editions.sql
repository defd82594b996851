SELECT e.survey, e.number, e.version, e.is_answered, e.definition FROM surveys_edition e
WHERE e.municipality_id = $1 AND e.number = (
    SELECT MAX(o.number) FROM surveys_edition o WHERE o.municipality_id = $1 AND o.survey = e.survey)
