-- What a unit alone sees of what a municipality writes about its networks says which unit that is.
ALTER TABLE network_note ADD COLUMN unit TEXT NOT NULL DEFAULT '';
ALTER TABLE network_role ADD COLUMN unit TEXT NOT NULL DEFAULT '';
ALTER TABLE network_mandate ADD COLUMN unit TEXT NOT NULL DEFAULT '';
ALTER TABLE network_system ADD COLUMN unit TEXT NOT NULL DEFAULT '';
ALTER TABLE network_visit ADD COLUMN unit TEXT NOT NULL DEFAULT '';
ALTER TABLE network_example ADD COLUMN unit TEXT NOT NULL DEFAULT '';
