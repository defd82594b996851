-- What was held stays what it was.
UPDATE activities_session SET kind = COALESCE(kind, $3), purpose = COALESCE(purpose, $4), topics = COALESCE(topics, $5),
    languages = COALESCE(languages, $6), leader = COALESCE(leader, $7), role_group = COALESCE(role_group, $8)
WHERE municipality_id = $1 AND activity_id = $2 AND status = 'held'
