SELECT parent, kind, closed_on FROM plan_node WHERE municipality_id = $1 AND id = $2
