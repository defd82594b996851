SELECT id FROM activities_request WHERE municipality_id = $1 AND code_hash = $2 AND code_hash <> ''
    AND (ended_at = '' OR state IN ('held', 'declined') OR answer <> '')
