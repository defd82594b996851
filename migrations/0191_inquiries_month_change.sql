-- How often counts of a month were written: whoever has added up a month of several municipalities sees whether that still holds.
CREATE TABLE inquiries_month_change (
    month TEXT NOT NULL,                        -- 2026-11
    municipality_id TEXT NOT NULL,
    changes INTEGER NOT NULL,
    PRIMARY KEY (month, municipality_id)
) STRICT, WITHOUT ROWID;
