-- How many stand how, by what they are about. What was not needed any more does not count; nor does what a duty says.
SELECT about, state, COUNT(*) AS number, SUM(CASE WHEN due <> '' AND due < $3 THEN 1 ELSE 0 END) AS overdue FROM tasks_task
WHERE municipality_id = $1 AND about <> '' AND about LIKE $2 AND duty = '' AND state IN ('open', 'done') GROUP BY about, state
