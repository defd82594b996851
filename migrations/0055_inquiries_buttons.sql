-- Topics on the buttons of the desk, in a municipality's own order. None: the usual ones.
CREATE TABLE inquiries_desk_button (
    municipality_id TEXT NOT NULL,
    position INTEGER NOT NULL,
    topic TEXT NOT NULL,
    PRIMARY KEY (municipality_id, position)
) STRICT, WITHOUT ROWID;
