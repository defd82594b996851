-- Facts about the whole installation: key "demo" holds "yes" where the data are made up.
CREATE TABLE app_installation (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;
