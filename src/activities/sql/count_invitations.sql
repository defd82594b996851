SELECT COUNT(*) AS number FROM activities_invitation WHERE municipality_id = $1 AND invited_on < $2
