UPDATE activities_contact SET by_way = $3, value = $4, reminded_on = '' WHERE municipality_id = $1 AND sign_up_id = $2
