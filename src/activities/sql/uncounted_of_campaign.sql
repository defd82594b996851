-- Over, and nobody has said who came.
SELECT COUNT(*) AS number FROM activities_session s
JOIN activities_activity a ON a.municipality_id = s.municipality_id AND a.id = s.activity_id
WHERE s.municipality_id = $1 AND (s.campaign = $2 OR (s.campaign = '' AND a.campaign = $2)) AND s.status = 'planned'
  AND s.day >= $3 AND s.day <= $4 AND s.ends_at <= $5
