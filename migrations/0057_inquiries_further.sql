-- What few entries say, each word by its name: ",device:phone,problem:tool,". '' says none of it.
ALTER TABLE inquiries_inquiry ADD COLUMN further TEXT NOT NULL DEFAULT '';
-- Why an entry that is older than a day, or somebody else's, was changed. '' where nobody had to say.
ALTER TABLE inquiries_change ADD COLUMN reason TEXT NOT NULL DEFAULT '';

-- What the log form asks, of the municipality (place '') and of a place that has chosen its own. What has no line is as the
-- program has it.
CREATE TABLE inquiries_field_choice (
    municipality_id TEXT NOT NULL,
    place TEXT NOT NULL,
    field TEXT NOT NULL,
    is_asked INTEGER NOT NULL,
    PRIMARY KEY (municipality_id, place, field)
) STRICT, WITHOUT ROWID;

INSERT INTO inquiries_field_choice (municipality_id, place, field, is_asked)
SELECT municipality_id, '', field, 0 FROM inquiries_field_off;

DROP TABLE inquiries_field_off;

CREATE TABLE inquiries_button (
    municipality_id TEXT NOT NULL,
    place TEXT NOT NULL,
    position INTEGER NOT NULL,
    topic TEXT NOT NULL,
    PRIMARY KEY (municipality_id, place, position)
) STRICT, WITHOUT ROWID;

INSERT INTO inquiries_button (municipality_id, place, position, topic)
SELECT municipality_id, '', position, topic FROM inquiries_desk_button;

DROP TABLE inquiries_desk_button;
