SELECT COUNT(*) AS number FROM plan_node WHERE municipality_id = $1 AND parent = $2
