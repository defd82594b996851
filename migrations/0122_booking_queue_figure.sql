-- What queues counted, by day and place: numbers go after some days, these stay.
CREATE TABLE booking_queue_figure (
    municipality_id TEXT NOT NULL,
    day TEXT NOT NULL,
    place TEXT NOT NULL,
    taken INTEGER NOT NULL,
    called INTEGER NOT NULL,
    waited INTEGER NOT NULL,                       -- minutes, of those who were called
    PRIMARY KEY (municipality_id, day, place)
) STRICT;

INSERT INTO booking_queue_figure (municipality_id, day, place, taken, called, waited)
SELECT municipality_id, day, place, COUNT(*), SUM(CASE WHEN called_at = '' THEN 0 ELSE 1 END),
       SUM(CASE WHEN called_at <= taken_at THEN 0 ELSE
           ((CAST(SUBSTR(called_at, 12, 2) AS INTEGER) * 60 + CAST(SUBSTR(called_at, 15, 2) AS INTEGER))
            - (CAST(SUBSTR(taken_at, 12, 2) AS INTEGER) * 60 + CAST(SUBSTR(taken_at, 15, 2) AS INTEGER)) + 1440) % 1440 END)
FROM booking_queue GROUP BY municipality_id, day, place;
