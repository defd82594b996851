SELECT (SELECT COUNT(*) FROM outreach_assisted_visit WHERE municipality_id = $1 AND day < $2 AND note <> '')
     + (SELECT COUNT(*) FROM outreach_trial WHERE municipality_id = $1 AND day < $2 AND views <> '')
     + (SELECT COUNT(*) FROM outreach_tour WHERE municipality_id = $1 AND day < $2 AND questions <> '') AS number
