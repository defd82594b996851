-- Pictures and documents that belong to records, each content once a municipality. Bytes stand in parts, so that no statement
-- carries more than one of them.
CREATE TABLE files_content (
    municipality_id TEXT NOT NULL,
    hash TEXT NOT NULL,                            -- SHA-256 of all bytes, in hexadecimal
    bytes INTEGER NOT NULL,                        -- how many
    parts INTEGER NOT NULL,
    used_at TEXT NOT NULL,                         -- when a file last took it: written by each, so that no two pass unseen
    PRIMARY KEY (municipality_id, hash)
) STRICT;

CREATE TABLE files_part (
    municipality_id TEXT NOT NULL,
    hash TEXT NOT NULL,
    part INTEGER NOT NULL,                         -- from 0
    bytes BLOB NOT NULL,
    PRIMARY KEY (municipality_id, hash, part),
    FOREIGN KEY (municipality_id, hash) REFERENCES files_content (municipality_id, hash) ON DELETE CASCADE
) STRICT;

CREATE TABLE files_file (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    owner_kind TEXT NOT NULL,                      -- of the record, as in the trail: 'place'
    owner_id TEXT NOT NULL,
    hash TEXT NOT NULL,
    media_type TEXT NOT NULL,                      -- what the content is: 'image/jpeg'
    bytes INTEGER NOT NULL,
    width INTEGER NOT NULL,                        -- of a picture as it is shown, in pixels; 0 for documents
    height INTEGER NOT NULL,
    name TEXT NOT NULL,                            -- what it is called, without an ending
    alternative_text TEXT NOT NULL,                -- what a picture shows; '' for documents
    is_shown INTEGER NOT NULL,                     -- 1: to residents, where they see the record
    added_by TEXT NOT NULL,                        -- an account, '' where the program made it
    added_at TEXT NOT NULL,
    PRIMARY KEY (municipality_id, id),
    FOREIGN KEY (municipality_id, hash) REFERENCES files_content (municipality_id, hash)
) STRICT;

CREATE INDEX files_file_owner ON files_file (municipality_id, owner_kind, owner_id, added_at, id);
CREATE INDEX files_file_hash ON files_file (municipality_id, hash);
