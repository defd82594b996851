-- Until which day the archive of a part of the plan is kept, as the municipality's plan for its documents says.
ALTER TABLE plan_node ADD COLUMN keep_until TEXT NOT NULL DEFAULT '';
