-- What anybody typed is offered to others once staff have gone on with it.
SELECT DISTINCT locality FROM activities_request
WHERE municipality_id = $1 AND ended_at = '' AND (source <> 'form' OR state IN ('found', 'planned', 'held'))
ORDER BY locality
LIMIT 60
