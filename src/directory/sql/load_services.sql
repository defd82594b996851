SELECT
    municipality_id, id, slug, title, kind, place_id, topics, activity_kind, frequency, target_groups,
    description, delivered_by, hours_rule, hours_complete, hours_note, hours_days_per_week, hours_opens,
    hours_closes, status, notes, verified_on, source, source_date, imported, version, changed_at
FROM directory_service
WHERE municipality_id = $1
ORDER BY id
