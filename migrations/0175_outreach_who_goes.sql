-- Who goes to a group: their time is taken then.
ALTER TABLE outreach_tour ADD COLUMN function TEXT NOT NULL DEFAULT '';        -- '' nobody said
ALTER TABLE outreach_tour ADD COLUMN people INTEGER;                           -- how many of them; NULL: 1
