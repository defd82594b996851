SELECT COUNT(*) AS number FROM activities_session WHERE municipality_id = $1 AND activity_id = $2 AND day = $3 AND status <> 'cancelled'
