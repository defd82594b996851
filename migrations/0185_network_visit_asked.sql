-- Whom a visit is asked of; and, of an answer, which question it answers and what was said.
ALTER TABLE network_visit ADD COLUMN member TEXT NOT NULL DEFAULT '';
ALTER TABLE network_visit ADD COLUMN answers TEXT NOT NULL DEFAULT '';
ALTER TABLE network_visit ADD COLUMN answer TEXT NOT NULL DEFAULT '';
