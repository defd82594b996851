SELECT channel, response_limit, response_unit FROM questions_promise
WHERE municipality_id = $1 AND response_limit IS NOT NULL
ORDER BY channel
