SELECT MAX(invited_on) AS day FROM activities_invitation WHERE municipality_id = $1 AND ended_at = ''
