SELECT invited_on AS day, activity, channel, CAST(SUM(number) AS BIGINT) AS number FROM activities_invitation
WHERE municipality_id = $1 AND ended_at = '' AND invited_on >= $2 AND invited_on <= $3
GROUP BY invited_on, activity, channel
ORDER BY invited_on, activity, channel
