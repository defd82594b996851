INSERT INTO directory_contact (
    municipality_id, id, slug, title, kind, phone, email, hours_rule, hours_complete, hours_note,
    hours_days_per_week, hours_opens, hours_closes, fallback_place, words, staff_only, status, notes,
    verified_on, source, source_date, imported, version, changed_at
) VALUES (
    $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22,
    $23, $24
)
ON CONFLICT (municipality_id, id) DO UPDATE SET
    slug = excluded.slug, title = excluded.title, kind = excluded.kind, phone = excluded.phone,
    email = excluded.email, hours_rule = excluded.hours_rule, hours_complete = excluded.hours_complete,
    hours_note = excluded.hours_note, hours_days_per_week = excluded.hours_days_per_week,
    hours_opens = excluded.hours_opens, hours_closes = excluded.hours_closes,
    fallback_place = excluded.fallback_place, words = excluded.words, staff_only = excluded.staff_only,
    status = excluded.status, notes = excluded.notes, verified_on = excluded.verified_on,
    source = excluded.source, source_date = excluded.source_date, imported = excluded.imported,
    version = excluded.version, changed_at = excluded.changed_at
