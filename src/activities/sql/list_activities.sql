-- A piece of them, in their order; the next begins behind its last one.
SELECT id, slug, title, kind, purpose, about, topics, target_groups, languages, price, leader, host, campaign, equipment, place,
       per_term, needs_sign_up, cancels_itself, discreet, unit, is_published, frequency, for_whom, held_at, state, moved_from,
       role_group, material, all_along, title_order
FROM activities_activity
WHERE municipality_id = $1 AND ended_at = '' AND (title_order, id) > ($2, $3)
ORDER BY title_order, id
LIMIT 2000
