DELETE FROM activities_campaign_message WHERE municipality_id = $1 AND id IN (
    SELECT id FROM activities_campaign_message WHERE municipality_id = $1 AND said_on < $2 ORDER BY said_on, id LIMIT $3)
