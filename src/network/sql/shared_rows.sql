-- All that members say is of a network; who sees which of it is decided beside it.
SELECT 'profile' AS kind, municipality_id, id, title, about, project_ends AS day,
       afterwards AS detail, level, 0 AS pinned, '' AS url, 0 AS version, '' AS credit, '' AS more
FROM network_profile WHERE network = $1 AND ended_at = ''
UNION ALL
SELECT kind, municipality_id, id, title, about, day,
       hours || CASE WHEN hours <> '' AND place <> '' THEN ', ' ELSE '' END || place AS detail, level, is_pinned AS pinned, links AS url,
       version, credit, '' AS more
FROM network_note WHERE network = $1 AND ended_at = '' AND copied_from = ''
UNION ALL
SELECT 'role' AS kind, municipality_id, id, title, about, '' AS day,
       '' AS detail, level, 0 AS pinned, '' AS url, 0 AS version, '' AS credit, '' AS more
FROM network_role WHERE network = $1 AND ended_at = ''
UNION ALL
SELECT 'mandate' AS kind, municipality_id, id, title, about, day,
       covers AS detail, level, 0 AS pinned, links AS url, 0 AS version, '' AS credit,
       kind || '/' || last_day || '/' || decided_by AS more
FROM network_mandate WHERE network = $1 AND ended_at = ''
UNION ALL
SELECT 'group' AS kind, municipality_id, id, title, about, '' AS day,
       organisations AS detail, level, 0 AS pinned, '' AS url, 0 AS version, '' AS credit, '' AS more
FROM network_group WHERE network = $1 AND ended_at = ''
UNION ALL
SELECT 'action' AS kind, a.municipality_id AS municipality_id, a.id AS id, a.title AS title, a.about AS about, a.due AS day,
       a.state AS detail, g.level AS level, 0 AS pinned, '' AS url, 0 AS version, '' AS credit, g.title AS more
FROM network_action a
JOIN network_group g ON g.municipality_id = a.municipality_id AND g.id = a.of_group AND g.ended_at = ''
WHERE g.network = $1 AND a.ended_at = ''
UNION ALL
SELECT 'system' AS kind, municipality_id, id, title, about, '' AS day,
       members AS detail, level, 0 AS pinned, url, 0 AS version, '' AS credit, '' AS more
FROM network_system WHERE network = $1 AND ended_at = ''
UNION ALL
SELECT 'visit' AS kind, municipality_id, id, title,
       with_whom || CASE WHEN with_whom <> '' AND notes <> '' THEN ': ' ELSE '' END || notes AS about, day,
       state AS detail, level, 0 AS pinned, '' AS url, 0 AS version, '' AS credit, '' AS more
FROM network_visit WHERE network = $1 AND ended_at = ''
UNION ALL
SELECT 'start' AS kind, municipality_id, id, title, grants AS about, first_day,
       mentor AS detail, level, CASE WHEN needs_help = 1 THEN 1 ELSE 0 END AS pinned, member AS url, 0 AS version, '' AS credit,
       done AS more
FROM network_start WHERE network = $1 AND ended_at = ''
UNION ALL
SELECT 'example' AS kind, municipality_id, id, title, about,
       COALESCE(CAST(year AS TEXT), '') AS day, municipality AS detail, level, 0 AS pinned, url, 0 AS version, '' AS credit, '' AS more
FROM network_example WHERE network = $1 AND ended_at = ''
ORDER BY kind, pinned DESC, day DESC, title, municipality_id, id
LIMIT 5000
