SELECT node, COUNT(*) AS times FROM plan_feed WHERE municipality_id = $1 AND at >= $2 AND at < $3
GROUP BY node ORDER BY times DESC, node LIMIT 500
