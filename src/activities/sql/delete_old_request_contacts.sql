DELETE FROM activities_request_contact WHERE municipality_id = $1 AND request_id IN (
    SELECT c.request_id FROM activities_request_contact c
    WHERE c.municipality_id = $1 AND (c.counts_from < $2 OR NOT EXISTS (
        SELECT 1 FROM activities_request r WHERE r.municipality_id = c.municipality_id AND r.id = c.request_id))
    ORDER BY c.counts_from, c.request_id LIMIT $3)
