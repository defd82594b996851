-- Without a number: two.
SELECT channel, COALESCE(response_limit, 2) AS response_limit, response_unit FROM questions_promise
WHERE municipality_id = $1
ORDER BY channel
