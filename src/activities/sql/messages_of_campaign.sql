SELECT id, message, channel, said_on, reached FROM activities_campaign_message
WHERE municipality_id = $1 AND campaign = $2 AND ended_at = ''
ORDER BY said_on, id
