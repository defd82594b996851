-- In the order of the feed: what is new always comes last, so a place in it stays true.
SELECT position, kind, record, node, what, at FROM plan_feed WHERE municipality_id = $1 AND position > $2
ORDER BY position LIMIT $3
