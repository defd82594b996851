UPDATE activities_session SET needs_open = 0, version = version + 1, changed_at = $4
WHERE municipality_id = $1 AND id = $2 AND version = $3 AND needs_open = 1
