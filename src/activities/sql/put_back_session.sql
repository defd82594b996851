-- Whoever puts it back has decided that it is held: it is not cancelled by itself for too few again.
UPDATE activities_session SET version = version + 1, changed_at = $4, status = 'planned', reason = $5, decide_on = ''
WHERE municipality_id = $1 AND id = $2 AND version = $3 AND status = 'cancelled'
