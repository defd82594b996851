-- The order in which inquiries became readable, for who follows the log. What is deleted keeps its place.
CREATE TABLE inquiries_feed (
    municipality_id TEXT NOT NULL,
    position INTEGER NOT NULL,
    inquiry_id TEXT NOT NULL,
    PRIMARY KEY (municipality_id, position)
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX inquiries_feed_inquiry ON inquiries_feed (municipality_id, inquiry_id);

-- What is there stands at zero and below, in the order in which it was listed until now; places are given from one.
INSERT INTO inquiries_feed (municipality_id, position, inquiry_id)
SELECT municipality_id, 1 - ROW_NUMBER() OVER (PARTITION BY municipality_id ORDER BY id DESC), id
FROM inquiries_inquiry;
