-- After how many years figures are marked as possibly outdated: nothing is five.
ALTER TABLE municipality_settings ADD COLUMN figures_hold INTEGER;
