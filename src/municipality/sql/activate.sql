INSERT INTO municipality_active (municipality_id, languages, zone, phone, phone_is_example, phone_hours, primary_colour,
                                 response_limit, response_unit, fallback_place, activated_at,
                                 accessibility_reviewed)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
ON CONFLICT (municipality_id) DO NOTHING
