INSERT INTO inquiries_month_change (month, municipality_id, changes) VALUES ($1, $2, 1)
ON CONFLICT (month, municipality_id) DO UPDATE SET changes = inquiries_month_change.changes + 1
