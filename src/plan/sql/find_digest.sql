SELECT day, sent FROM plan_digest WHERE municipality_id = $1 AND account_id = $2
