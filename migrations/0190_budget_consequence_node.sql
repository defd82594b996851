-- Which part of the plan makes the proposal: its consequences stand there.
ALTER TABLE budget_consequence ADD COLUMN node TEXT NOT NULL DEFAULT '';
