SELECT payload FROM network_aggregate
WHERE network = $1 AND period = $2 AND municipality_id = $3 AND revision = $4
