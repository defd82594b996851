UPDATE indicators_run SET outcome = 'running', finished_at = NULL WHERE id = $1
