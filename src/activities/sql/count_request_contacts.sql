-- Those of a request that is deleted have had their time, too.
SELECT COUNT(*) AS number FROM activities_request_contact c
WHERE c.municipality_id = $1 AND (c.counts_from < $2 OR NOT EXISTS (
    SELECT 1 FROM activities_request r WHERE r.municipality_id = c.municipality_id AND r.id = c.request_id))
