SELECT id, campaign, message, channel, said_on, reached FROM activities_campaign_message
WHERE municipality_id = $1 AND said_on >= $2 AND said_on <= $3 AND ended_at = ''
ORDER BY said_on, id
