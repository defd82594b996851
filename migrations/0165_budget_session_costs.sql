-- Which costs of sessions of activities a line pays: fee, premises, material, travel. Each is on one line at a time.
ALTER TABLE budget_line ADD COLUMN session_costs TEXT NOT NULL DEFAULT '';
