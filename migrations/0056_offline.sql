-- What devices without a network seal what they send to. One for the installation, made once; without it nothing that still
-- waits on devices can be read.
CREATE TABLE offline_key (
    id TEXT NOT NULL PRIMARY KEY,
    private_key TEXT NOT NULL,                     -- DER in base64
    public_key TEXT NOT NULL,                      -- a point in base64
    created_at TEXT NOT NULL
) STRICT;

-- Who may log from which device.
CREATE TABLE offline_device (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,
    account_id TEXT NOT NULL,
    label TEXT NOT NULL,                           -- what its owner calls it
    secret_hash TEXT NOT NULL,                     -- of what stands in each entry as proof of who logs it
    created_at TEXT NOT NULL,
    seen_at TEXT NOT NULL,                         -- the last time it sent something or was opened with a network
    ended_at TEXT NOT NULL,                        -- the account was closed: what is from before still counts; '' in use
    PRIMARY KEY (municipality_id, id)
) STRICT;

CREATE UNIQUE INDEX offline_device_secret ON offline_device (municipality_id, secret_hash);
CREATE INDEX offline_device_account ON offline_device (municipality_id, account_id);
CREATE INDEX offline_device_seen ON offline_device (municipality_id, seen_at);

-- What came in, once: the device's own number of an entry.
CREATE TABLE offline_sent (
    municipality_id TEXT NOT NULL,
    sent_id TEXT NOT NULL,
    entry_id TEXT NOT NULL,                        -- of the log
    received_at TEXT NOT NULL,
    PRIMARY KEY (municipality_id, sent_id)
) STRICT;

CREATE INDEX offline_sent_received ON offline_sent (municipality_id, received_at);
