UPDATE activities_contact SET reminded_on = $3
WHERE municipality_id = $1 AND sign_up_id = $2 AND reminded_on = '' AND how_often = 'each'
