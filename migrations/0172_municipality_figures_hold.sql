-- After how many years figures are marked as possibly outdated.
ALTER TABLE municipality_settings ADD COLUMN figures_hold INTEGER DEFAULT 5;
