SELECT DISTINCT activity, kind FROM activities_partner WHERE municipality_id = $1 AND ended_at = '' ORDER BY activity, kind
