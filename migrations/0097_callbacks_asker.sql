-- To whom it was promised, as its entry says: '' a resident; employee and partner count nowhere.
ALTER TABLE callbacks_call_back ADD COLUMN asker TEXT NOT NULL DEFAULT '';
-- The unit under which its promise was counted.
ALTER TABLE callbacks_call_back ADD COLUMN opened_unit TEXT NOT NULL DEFAULT '';

UPDATE callbacks_call_back SET opened_unit = unit;
