SELECT id, slug, title, kind, purpose, about, topics, target_groups, languages, price, leader, host, campaign, equipment, place,
       per_term, needs_sign_up, cancels_itself, discreet, unit, is_published, frequency, for_whom, held_at, state, moved_from,
       role_group, material
FROM activities_activity
WHERE municipality_id = $1 AND ended_at = ''
ORDER BY title_order, id
LIMIT 3000
