-- When the person wants to be rung: a day and a part of it ("2026-11-27 morning"); '' as soon as possible.
ALTER TABLE callbacks_call_back ADD COLUMN wished TEXT NOT NULL DEFAULT '';
