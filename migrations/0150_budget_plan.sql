-- Which part of the plan a budget pays for.
ALTER TABLE budget_budget ADD COLUMN node TEXT NOT NULL DEFAULT '';
