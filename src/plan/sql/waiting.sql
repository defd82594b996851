SELECT node, other FROM plan_dependency WHERE municipality_id = $1 AND kind = 'first' AND id <> $2
