-- Changes no row where somebody else has sent it meanwhile, or it is not wanted any more.
UPDATE plan_digest SET sent = $3 WHERE municipality_id = $1 AND account_id = $2 AND sent = $4
