UPDATE indicators_indicator SET removed_at = $2, changed_at = $2 WHERE id = $1 AND removed_at IS NULL
