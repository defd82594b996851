INSERT INTO files_file (municipality_id, id, version, owner_kind, owner_id, hash, media_type, bytes, width, height, name,
                        alternative_text, is_shown, added_by, added_at, caption, source)
VALUES ($1, $2, 1, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
