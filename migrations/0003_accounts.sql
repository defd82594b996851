-- The only table with personal data of staff. A disabled account is deleted on delete_on.
-- municipality_id is '' for operators and network viewers.

CREATE TABLE accounts_account (
    id TEXT NOT NULL PRIMARY KEY,
    municipality_id TEXT NOT NULL,
    email TEXT NOT NULL,
    email_key TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    password_hash TEXT NOT NULL,
    role INTEGER,
    is_operator INTEGER NOT NULL,
    networks TEXT NOT NULL,
    totp_secret TEXT NOT NULL,
    totp_pending TEXT NOT NULL,
    totp_last_step INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    disabled_at TEXT,
    delete_on TEXT
) STRICT;

CREATE INDEX accounts_account_municipality ON accounts_account (municipality_id);

CREATE TABLE accounts_recovery_code (
    municipality_id TEXT NOT NULL,
    account_id TEXT NOT NULL REFERENCES accounts_account (id) ON DELETE CASCADE,
    code_hash TEXT NOT NULL,
    PRIMARY KEY (account_id, code_hash)
) STRICT;

CREATE TABLE accounts_session (
    token_hash TEXT NOT NULL PRIMARY KEY,
    municipality_id TEXT NOT NULL,
    account_id TEXT NOT NULL REFERENCES accounts_account (id) ON DELETE CASCADE,
    created_at TEXT NOT NULL,
    seen_at TEXT NOT NULL
) STRICT;

CREATE INDEX accounts_session_account ON accounts_session (account_id);

-- Of a municipality, or of a network (municipality_id '' then).
CREATE TABLE accounts_token (
    id TEXT NOT NULL PRIMARY KEY,
    municipality_id TEXT NOT NULL,
    network TEXT NOT NULL,
    name TEXT NOT NULL,
    token_hash TEXT NOT NULL UNIQUE,
    scopes TEXT NOT NULL,
    created_at TEXT NOT NULL,
    last_used_on TEXT NOT NULL,
    revoked_at TEXT
) STRICT;

CREATE INDEX accounts_token_municipality ON accounts_token (municipality_id);

-- Keys that sign what browsers keep; one row a purpose, made when first needed.
CREATE TABLE accounts_secret (
    purpose TEXT NOT NULL PRIMARY KEY,
    secret TEXT NOT NULL
) STRICT;
