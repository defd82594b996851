SELECT DISTINCT kind FROM plan_node WHERE municipality_id = $1 AND parent = $2
