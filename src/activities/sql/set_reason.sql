UPDATE activities_session SET version = version + 1, changed_at = $4, reason = $5
WHERE municipality_id = $1 AND id = $2 AND version = $3 AND status = 'cancelled'
