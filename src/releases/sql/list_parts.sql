SELECT month, municipality_id, least_shown, is_reported FROM releases_part
WHERE scope = $1 AND year = $2 AND revision = $3 ORDER BY month, municipality_id
