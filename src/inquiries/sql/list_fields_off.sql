SELECT field FROM inquiries_field_off WHERE municipality_id = $1 ORDER BY field
