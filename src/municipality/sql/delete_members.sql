DELETE FROM municipality_network_member WHERE network_key = $1
