SELECT municipality_id, languages, zone, phone, phone_is_example, phone_hours, primary_colour, response_limit,
       response_unit, fallback_place, accessibility_reviewed
FROM municipality_active
WHERE municipality_id = $1
