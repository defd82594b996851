UPDATE inquiries_inquiry SET deleted_at = $3, note = '' WHERE municipality_id = $1 AND id = $2
