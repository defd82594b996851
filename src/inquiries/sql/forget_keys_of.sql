-- What was taken back may be logged anew by the same form.
DELETE FROM inquiries_idempotency WHERE municipality_id = $1 AND inquiry_id = $2
