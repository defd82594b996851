-- Visits to groups are planned, too: those before were held.
ALTER TABLE outreach_tour ADD COLUMN state TEXT NOT NULL DEFAULT 'held';       -- planned, held, cancelled
ALTER TABLE outreach_tour ADD COLUMN hours TEXT NOT NULL DEFAULT '';           -- "14-15.30"
ALTER TABLE outreach_tour ADD COLUMN activity TEXT NOT NULL DEFAULT '';        -- an activity of ours that is shown there
