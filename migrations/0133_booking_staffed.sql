-- When somebody was there, of days that are over, as the rota said then: it is changed, these stay. One without a place says
-- that its day is kept, though nobody was there.
CREATE TABLE booking_staffed (
    municipality_id TEXT NOT NULL,
    day TEXT NOT NULL,
    hour INTEGER NOT NULL,                         -- where the municipality is
    place TEXT NOT NULL,
    minutes INTEGER NOT NULL,                      -- two who are there at once count twice
    PRIMARY KEY (municipality_id, day, hour, place)
) STRICT;
