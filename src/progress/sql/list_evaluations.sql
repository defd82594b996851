SELECT year, task, due_on, conclusion, decision, closed_at
FROM progress_evaluation
WHERE municipality_id = $1
ORDER BY year DESC
