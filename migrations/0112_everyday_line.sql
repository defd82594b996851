-- Where something stands that waits to be fetched: by the day since which it waits; behind all that waits, what is done.
ALTER TABLE everyday_pickup ADD COLUMN line TEXT NOT NULL DEFAULT '';
UPDATE everyday_pickup SET line = CASE state WHEN 'waiting' THEN since ELSE '9' || done_on END;

CREATE INDEX everyday_pickup_line ON everyday_pickup (municipality_id, line, id);
