DELETE FROM municipality_network_ended WHERE network_key = $1
