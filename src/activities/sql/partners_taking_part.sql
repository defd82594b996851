-- Organisations by what kind they are, of held sessions: those that took part, or where nobody said who did those of the activity.
SELECT p.kind, p.title FROM activities_partner p
WHERE p.municipality_id = $1 AND EXISTS (
    SELECT 1 FROM activities_session s
    WHERE s.municipality_id = p.municipality_id AND s.activity_id = p.activity AND s.status = 'held' AND s.day >= $2 AND s.day <= $3
        AND (s.partners = '' OR s.partners LIKE '%' || p.id || '%'))
GROUP BY p.kind, p.title ORDER BY p.kind, p.title
