-- What was approved of a budget: each line and source by years as it stood then, which edition of it that is, and the sum of the
-- costs, in öre, as the minutes say it. '' and NULL where it was approved before this was kept, or is no approval.
ALTER TABLE budget_approval ADD COLUMN approved TEXT NOT NULL DEFAULT '';
ALTER TABLE budget_approval ADD COLUMN edition INTEGER;
ALTER TABLE budget_approval ADD COLUMN approved_total INTEGER;
