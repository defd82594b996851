-- Letters on their way (platform/mail). What they say and to whom is taken away when they have ended for good.
CREATE TABLE mail_letter (
    id TEXT NOT NULL PRIMARY KEY,
    municipality_id TEXT NOT NULL,   -- '' for the installation
    kind TEXT NOT NULL,              -- 'password link'
    state TEXT NOT NULL,             -- waiting, sending, handing over; sent, refused, unanswered, expired, dropped
    recipient TEXT NOT NULL,
    language TEXT NOT NULL,
    subject TEXT NOT NULL,
    body TEXT NOT NULL,
    created_at TEXT NOT NULL,
    due_at TEXT NOT NULL,            -- waiting: not before; being sent: from then on somebody else may take it over
    valid_until TEXT NOT NULL,       -- nobody has any use of it after that
    attempts INTEGER NOT NULL,
    unanswered INTEGER NOT NULL,     -- how often a server may have taken it and did not say so
    claim TEXT NOT NULL,             -- of who is sending it
    reason TEXT NOT NULL,            -- what came of the last attempt; never an address
    ended_at TEXT
) STRICT;

CREATE INDEX mail_letter_due ON mail_letter (due_at) WHERE ended_at IS NULL;
CREATE INDEX mail_letter_ended ON mail_letter (ended_at);
