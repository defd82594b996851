-- What is arranged has moved to the activities.
DELETE FROM directory_service
WHERE EXISTS (SELECT 1 FROM activities_activity a WHERE a.municipality_id = directory_service.municipality_id
    AND a.id = directory_service.id);
DELETE FROM directory_fact_edit
WHERE record_kind = 'service' AND NOT EXISTS (SELECT 1 FROM directory_service s
    WHERE s.municipality_id = directory_fact_edit.municipality_id AND s.id = directory_fact_edit.record_id);
