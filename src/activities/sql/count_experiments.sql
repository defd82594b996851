-- What goes on, without a last day, is not old.
SELECT COUNT(*) AS number FROM activities_experiment WHERE municipality_id = $1 AND last_day <> '' AND last_day < $2
