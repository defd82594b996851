-- Of governing documents: which edition, and what is annexed to it, one a line.

ALTER TABLE goals_document ADD COLUMN edition TEXT NOT NULL DEFAULT '';
ALTER TABLE goals_document ADD COLUMN annexes TEXT NOT NULL DEFAULT '';
