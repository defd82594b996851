SELECT COUNT(*) AS number FROM activities_campaign_message WHERE municipality_id = $1 AND said_on < $2
