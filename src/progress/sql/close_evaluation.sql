UPDATE progress_evaluation
SET closed_at = $3, wheel = $4
WHERE municipality_id = $1 AND year = $2 AND closed_at IS NULL
    AND conclusion <> '' AND decision <> ''
