SELECT id FROM plan_node WHERE municipality_id = $1 AND parent = $2 AND code = $3 AND id <> $4
