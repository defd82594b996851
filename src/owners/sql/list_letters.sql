SELECT month, letter, added_at FROM owners_letter WHERE municipality_id = $1 AND link = $2 ORDER BY month DESC LIMIT 36
