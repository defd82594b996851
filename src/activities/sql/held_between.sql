SELECT s.id, s.day, s.place, s.women, s.men, s.girls, s.boys, s.not_stated, s.did_not_come, s.taken, s.fee, s.premises,
       s.material, s.travel, COALESCE(s.kind, a.kind) AS kind, COALESCE(s.topics, a.topics) AS topics,
       COALESCE(s.purpose, a.purpose) AS purpose, a.unit, a.id AS activity_id, a.target_groups, COALESCE(s.role_group, a.role_group) AS role_group,
       COALESCE(s.languages, a.languages) AS languages, COALESCE(s.leader, a.leader) AS leader,
       CASE WHEN s.campaign <> '' THEN s.campaign ELSE a.campaign END AS campaign, s.remote
FROM activities_session s
JOIN activities_activity a ON a.municipality_id = s.municipality_id AND a.id = s.activity_id
WHERE s.municipality_id = $1 AND s.status = 'held' AND s.day >= $2 AND s.day <= $3
ORDER BY s.day, s.id
