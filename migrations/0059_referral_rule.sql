-- What is done here with a topic, or with what concerns a body: plain words for who stands at the desk.
CREATE TABLE referral_rule (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    position INTEGER NOT NULL,
    topic TEXT NOT NULL,                           -- taxonomy key, own or shared; '' of a body alone
    body TEXT NOT NULL,                            -- taxonomy key; '' of a topic alone
    handling TEXT NOT NULL,                        -- here, hand_over, both
    rule TEXT NOT NULL,
    contact TEXT NOT NULL,                         -- whom it is handed to: public id of a contact, '' none
    needs_skill INTEGER NOT NULL,
    PRIMARY KEY (municipality_id, id)
) STRICT;
