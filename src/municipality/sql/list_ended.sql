SELECT network_key, municipality_id
FROM municipality_network_ended
ORDER BY network_key, municipality_id
