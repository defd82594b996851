INSERT INTO municipality_network (key, name, lead) VALUES ($1, $2, $3)
ON CONFLICT (key) DO UPDATE SET name = excluded.name,
    lead = CASE WHEN excluded.lead = '' THEN municipality_network.lead ELSE excluded.lead END
