-- A nation's network: its country, '' for all other networks. Who becomes active there is a member; who was taken out stays out.
ALTER TABLE municipality_network ADD COLUMN nation TEXT NOT NULL DEFAULT '';

CREATE TABLE municipality_network_ended (
    network_key TEXT NOT NULL REFERENCES municipality_network (key),
    municipality_id TEXT NOT NULL,
    PRIMARY KEY (network_key, municipality_id)
) STRICT, WITHOUT ROWID;
