-- Meant for the year, or for no year yet and still to be decided.
SELECT id, title, locality, asker, state, source, found_in, plan_month, plan_year, unit FROM activities_request
WHERE municipality_id = $1 AND ended_at = ''
  AND (plan_year = $2 OR (plan_year IS NULL AND state IN ('wished', 'found', 'planned')))
ORDER BY asked_on, id
LIMIT 2000
