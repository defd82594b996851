SELECT count(*) AS number FROM activities_session WHERE municipality_id = $1 AND needs_open = 1
