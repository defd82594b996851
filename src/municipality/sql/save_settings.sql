UPDATE municipality_active
SET languages = $2, zone = $3, phone = $4, phone_is_example = $5, phone_hours = $6, primary_colour = $7,
    response_limit = $8, response_unit = $9, fallback_place = $10, accessibility_reviewed = $11
WHERE municipality_id = $1
