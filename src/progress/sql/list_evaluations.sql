SELECT municipality_id, year, task, due_on, conclusion, decision, closed_at
FROM progress_evaluation
ORDER BY municipality_id, year DESC
