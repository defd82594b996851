-- Times that are booked. Who comes is never in here; how the person is reached stands apart and goes before it.
CREATE TABLE booking_booking (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    offer TEXT NOT NULL,
    place TEXT NOT NULL,
    topic TEXT NOT NULL,                           -- taxonomy key, '' none
    lane TEXT NOT NULL,                            -- of whom or what it takes the time
    day TEXT NOT NULL,                             -- where the municipality is
    starts_at TEXT NOT NULL,
    ends_at TEXT NOT NULL,
    kept_from TEXT NOT NULL,                       -- with the way there, and the way back and the rest
    kept_until TEXT NOT NULL,
    minutes INTEGER NOT NULL,
    state TEXT NOT NULL,                           -- booked, arrived, seen, did_not_come, excused, cancelled_by_us, cancelled
    channel TEXT NOT NULL,                         -- page, staff, api
    way TEXT NOT NULL,                             -- none, email, phone, letter: never the value itself
    language TEXT NOT NULL,
    client_code TEXT NOT NULL,                     -- under which home care knows its client, '' none
    has_consented INTEGER NOT NULL,
    two_people INTEGER NOT NULL,                   -- two go there; why is nowhere kept
    code_hash TEXT NOT NULL,
    body_hash TEXT NOT NULL,                       -- of what was sent with the key that made the id
    entry TEXT NOT NULL,                           -- of the log, '' none yet
    reminded_on TEXT NOT NULL,                     -- a day, '' not yet
    created_by TEXT NOT NULL,                      -- an account or "token:…", '' a resident
    created_at TEXT NOT NULL,
    changed_by TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    PRIMARY KEY (municipality_id, id)
) STRICT;

CREATE INDEX booking_booking_day ON booking_booking (municipality_id, day, starts_at);
CREATE INDEX booking_booking_lane ON booking_booking (municipality_id, kept_until) WHERE state IN ('booked', 'arrived', 'seen', 'did_not_come');
CREATE UNIQUE INDEX booking_booking_code ON booking_booking (municipality_id, code_hash);

-- What the database itself holds: of one lane no five minutes are taken twice.
CREATE TABLE booking_taken (
    municipality_id TEXT NOT NULL,
    lane TEXT NOT NULL,
    piece INTEGER NOT NULL,                        -- five minutes, counted since 1970
    booking_id TEXT NOT NULL,
    PRIMARY KEY (municipality_id, lane, piece)
) STRICT;

CREATE INDEX booking_taken_booking ON booking_taken (municipality_id, booking_id);

CREATE TABLE booking_contact (
    municipality_id TEXT NOT NULL,
    booking_id TEXT NOT NULL,
    name TEXT NOT NULL,                            -- the first one, '' none
    value TEXT NOT NULL,                           -- by the booking's way
    counts_from TEXT NOT NULL,                     -- when the time ends that it was left for
    PRIMARY KEY (municipality_id, booking_id)
) STRICT;

CREATE INDEX booking_contact_old ON booking_contact (municipality_id, counts_from);

-- Where somebody is visited.
CREATE TABLE booking_address (
    municipality_id TEXT NOT NULL,
    booking_id TEXT NOT NULL,
    value TEXT NOT NULL,
    counts_from TEXT NOT NULL,
    PRIMARY KEY (municipality_id, booking_id)
) STRICT;

CREATE INDEX booking_address_old ON booking_address (municipality_id, counts_from);

-- What stays when bookings are deleted, on the day of the time.
CREATE TABLE booking_count (
    municipality_id TEXT NOT NULL,
    day TEXT NOT NULL,
    place TEXT NOT NULL,
    offer TEXT NOT NULL,
    booked INTEGER NOT NULL,
    seen INTEGER NOT NULL,
    did_not_come INTEGER NOT NULL,
    cancelled INTEGER NOT NULL,
    minutes INTEGER NOT NULL,                      -- of those that were seen
    PRIMARY KEY (municipality_id, day, place, offer)
) STRICT;
