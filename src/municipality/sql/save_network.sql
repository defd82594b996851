INSERT INTO municipality_network (key, name, lead, country) VALUES ($1, $2, $3, $4)
ON CONFLICT (key) DO UPDATE SET name = excluded.name, country = excluded.country,
    lead = CASE WHEN excluded.lead = '' THEN municipality_network.lead ELSE excluded.lead END
