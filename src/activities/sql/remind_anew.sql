-- Of a session on another day: whoever was reminded of the one before is reminded of this one, too.
UPDATE activities_contact SET reminded_on = ''
WHERE municipality_id = $1 AND reminded_on <> ''
    AND sign_up_id IN (SELECT id FROM activities_sign_up WHERE municipality_id = $1 AND session_id = $2)
