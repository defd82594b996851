-- Which part of the plan groups, decisions and what stands around a plan belong to, and which budget is decided on.
ALTER TABLE bodies_group ADD COLUMN node TEXT NOT NULL DEFAULT '';
ALTER TABLE bodies_decision ADD COLUMN node TEXT NOT NULL DEFAULT '';
ALTER TABLE bodies_decision ADD COLUMN budget TEXT NOT NULL DEFAULT '';
ALTER TABLE bodies_item ADD COLUMN budget TEXT NOT NULL DEFAULT '';
ALTER TABLE bodies_handover ADD COLUMN node TEXT NOT NULL DEFAULT '';
ALTER TABLE bodies_rollout ADD COLUMN node TEXT NOT NULL DEFAULT '';
ALTER TABLE bodies_method ADD COLUMN node TEXT NOT NULL DEFAULT '';
ALTER TABLE bodies_check ADD COLUMN node TEXT NOT NULL DEFAULT '';
