-- When whoever wants to be rung wants it: a day and a part of it ("2026-11-27 morning"); '' as soon as possible.
ALTER TABLE questions_question ADD COLUMN wished TEXT NOT NULL DEFAULT '';
