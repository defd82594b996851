-- Ideas, templates and material of other members, copied with whose they are and as which version.
ALTER TABLE network_note ADD COLUMN credit TEXT NOT NULL DEFAULT '';
ALTER TABLE network_note ADD COLUMN copied_from TEXT NOT NULL DEFAULT '';
ALTER TABLE network_note ADD COLUMN copied_as TEXT NOT NULL DEFAULT '';
