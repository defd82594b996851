INSERT INTO directory_service (
    municipality_id, id, slug, title, kind, place_id, topics, activity_kind, frequency, target_groups,
    description, delivered_by, hours_rule, hours_complete, hours_note, hours_days_per_week, hours_opens,
    hours_closes, status, notes, verified_on, source, source_date, imported, version, changed_at
) VALUES (
    $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22,
    $23, $24, $25, $26
)
ON CONFLICT (municipality_id, id) DO UPDATE SET
    slug = excluded.slug, title = excluded.title, kind = excluded.kind, place_id = excluded.place_id,
    topics = excluded.topics, activity_kind = excluded.activity_kind, frequency = excluded.frequency,
    target_groups = excluded.target_groups, description = excluded.description,
    delivered_by = excluded.delivered_by, hours_rule = excluded.hours_rule,
    hours_complete = excluded.hours_complete, hours_note = excluded.hours_note,
    hours_days_per_week = excluded.hours_days_per_week, hours_opens = excluded.hours_opens,
    hours_closes = excluded.hours_closes, status = excluded.status, notes = excluded.notes,
    verified_on = excluded.verified_on, source = excluded.source, source_date = excluded.source_date,
    imported = excluded.imported, version = excluded.version, changed_at = excluded.changed_at
