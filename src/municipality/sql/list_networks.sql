SELECT n.key, n.name, n.lead, n.nation, COALESCE(m.municipality_id, '') AS municipality_id
FROM municipality_network n
LEFT JOIN municipality_network_member m ON m.network_key = n.key
ORDER BY n.key, m.municipality_id
