SELECT id, slug, title, theme, about, partners, unit, first_day, last_day, goal_sessions, goal_participants, is_published
FROM activities_campaign
WHERE municipality_id = $1 AND ended_at = ''
ORDER BY first_day, id
LIMIT 500
