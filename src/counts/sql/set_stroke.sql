INSERT INTO counts_stroke (municipality_id, day, place, channel, topic, number) VALUES ($1, $2, $3, $4, $5, $6)
ON CONFLICT (municipality_id, day, place, channel, topic) DO UPDATE SET number = excluded.number
