UPDATE files_file
SET version = version + 1, name = $4, alternative_text = $5, is_shown = $6, caption = $7, source = $8
WHERE municipality_id = $1 AND id = $2 AND version = $3
