INSERT INTO directory_import (id, municipality_id, source, content_hash, added, changed, kept, imported_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
