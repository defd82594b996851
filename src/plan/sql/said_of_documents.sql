-- What is said of this kind of document already, beside one record.
SELECT id FROM plan_required WHERE municipality_id = $1 AND kind = $2 AND id <> $3
