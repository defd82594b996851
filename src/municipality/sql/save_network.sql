INSERT INTO municipality_network (key, name, lead, nation) VALUES ($1, $2, $3, $4)
ON CONFLICT (key) DO UPDATE SET name = excluded.name, nation = excluded.nation,
    lead = CASE WHEN excluded.lead = '' THEN municipality_network.lead ELSE excluded.lead END
