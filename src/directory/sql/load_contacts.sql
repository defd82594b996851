SELECT
    municipality_id, id, slug, title, kind, phone, email, hours_rule, hours_complete, hours_note,
    hours_days_per_week, hours_opens, hours_closes, fallback_place, words, staff_only, status, notes,
    verified_on, source, source_date, imported, version, changed_at
FROM directory_contact
WHERE municipality_id = $1
ORDER BY id
