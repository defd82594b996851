DELETE FROM activities_came WHERE municipality_id = $1 AND session_id = $2
