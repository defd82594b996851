-- What an entry counts: one matter, a tap that says no more than its topics, a pair or a group with its persons. Lists are
-- written ",a,b,". Persons that nobody counted are NULL, never 0. asker '' is a resident.
ALTER TABLE inquiries_inquiry ADD COLUMN kind TEXT NOT NULL DEFAULT 'visit';
ALTER TABLE inquiries_inquiry ADD COLUMN asker TEXT NOT NULL DEFAULT '';
ALTER TABLE inquiries_inquiry ADD COLUMN e_service TEXT NOT NULL DEFAULT '';
ALTER TABLE inquiries_inquiry ADD COLUMN follow_up INTEGER NOT NULL DEFAULT 0;
ALTER TABLE inquiries_inquiry ADD COLUMN barriers TEXT NOT NULL DEFAULT '';
ALTER TABLE inquiries_inquiry ADD COLUMN target_groups TEXT NOT NULL DEFAULT '';
ALTER TABLE inquiries_inquiry ADD COLUMN women INTEGER;
ALTER TABLE inquiries_inquiry ADD COLUMN men INTEGER;
ALTER TABLE inquiries_inquiry ADD COLUMN girls INTEGER;
ALTER TABLE inquiries_inquiry ADD COLUMN boys INTEGER;
ALTER TABLE inquiries_inquiry ADD COLUMN other INTEGER;
ALTER TABLE inquiries_inquiry ADD COLUMN not_stated INTEGER;

ALTER TABLE inquiries_count ADD COLUMN group_entries INTEGER NOT NULL DEFAULT 0;
ALTER TABLE inquiries_count ADD COLUMN persons INTEGER NOT NULL DEFAULT 0;
ALTER TABLE inquiries_count ADD COLUMN counted_groups INTEGER NOT NULL DEFAULT 0;
