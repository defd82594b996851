-- Which challenges a part of the plan answers.
ALTER TABLE plan_node ADD COLUMN challenges TEXT NOT NULL DEFAULT '';
