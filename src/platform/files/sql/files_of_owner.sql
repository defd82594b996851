SELECT municipality_id, id, version, owner_kind, owner_id, hash, media_type, bytes, width, height, name, alternative_text, is_shown,
       added_by, added_at, caption, source
FROM files_file
WHERE municipality_id = $1 AND owner_kind = $2 AND owner_id = $3
ORDER BY added_at, id
