DELETE FROM activities_invitation WHERE municipality_id = $1 AND id IN (
    SELECT id FROM activities_invitation WHERE municipality_id = $1 AND invited_on < $2 ORDER BY invited_on, id LIMIT $3)
