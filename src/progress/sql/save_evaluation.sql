INSERT INTO progress_evaluation (municipality_id, year, task, due_on, conclusion, decision, created_at, closed_at, wheel)
VALUES ($1, $2, $3, $4, $5, $6, $7, NULL, '')
ON CONFLICT (municipality_id, year) DO UPDATE
SET task = excluded.task, due_on = excluded.due_on, conclusion = excluded.conclusion, decision = excluded.decision
WHERE progress_evaluation.closed_at IS NULL
