-- Links by which somebody sets a password: for 30 minutes, once. Of the link itself a hash is kept.
CREATE TABLE accounts_link (
    token_hash TEXT NOT NULL PRIMARY KEY,
    municipality_id TEXT NOT NULL,
    account_id TEXT NOT NULL REFERENCES accounts_account (id) ON DELETE CASCADE,
    created_at TEXT NOT NULL,
    ends_at TEXT NOT NULL
) STRICT;

CREATE INDEX accounts_link_account ON accounts_link (account_id);
