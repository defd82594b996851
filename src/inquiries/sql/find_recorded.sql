-- Deleted ones too: their id was used.
SELECT created_at FROM inquiries_inquiry WHERE municipality_id = $1 AND id = $2
