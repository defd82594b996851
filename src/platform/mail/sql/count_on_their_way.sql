SELECT COUNT(*) AS number FROM mail_letter WHERE municipality_id = $1 AND path <> '' AND ended_at IS NULL AND is_overtaken = 0
