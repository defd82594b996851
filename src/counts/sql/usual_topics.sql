-- Topics that sheets of a place had lately, the commonest first.
SELECT topic, SUM(number) AS number FROM counts_stroke
WHERE municipality_id = $1 AND place = $2 AND day >= $3
GROUP BY topic ORDER BY 2 DESC, topic LIMIT 30
