-- On which day a group approved an edition, and where that is written: minutes, a decision. '' where nobody has said.
ALTER TABLE plan_edition ADD COLUMN project_group_on TEXT NOT NULL DEFAULT '';
ALTER TABLE plan_edition ADD COLUMN project_group_basis TEXT NOT NULL DEFAULT '';
ALTER TABLE plan_edition ADD COLUMN owners_on TEXT NOT NULL DEFAULT '';
ALTER TABLE plan_edition ADD COLUMN owners_basis TEXT NOT NULL DEFAULT '';
ALTER TABLE plan_edition ADD COLUMN steering_group_on TEXT NOT NULL DEFAULT '';
ALTER TABLE plan_edition ADD COLUMN steering_group_basis TEXT NOT NULL DEFAULT '';
