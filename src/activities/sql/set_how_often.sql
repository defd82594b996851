UPDATE activities_contact SET how_often = $3 WHERE municipality_id = $1 AND sign_up_id IN (
    SELECT id FROM activities_sign_up
    WHERE municipality_id = $1 AND (code_hash IN ($2, $4) OR (code_hash > $5 AND code_hash < $6)))
