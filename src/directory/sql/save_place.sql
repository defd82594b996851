INSERT INTO directory_place (
    municipality_id, id, slug, name, alternative_names, kind, organization_id, locality, address, latitude,
    longitude, approximate_position, collective, mobile, status, status_note, opens_from, hours_rule,
    hours_complete, hours_note, hours_days_per_week, hours_opens, hours_closes, support, limitations, aids,
    wifi, printing, copying, scanning, drop_in, step_free, evening, weekend, languages, channels,
    member_agencies, staff_roles, topics, shares_premises_with, phone, eligibility, notes, certainty,
    verified_on, source, source_date, imported, version, changed_at
) VALUES (
    $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22,
    $23, $24, $25, $26, $27, $28, $29, $30, $31, $32, $33, $34, $35, $36, $37, $38, $39, $40, $41, $42, $43,
    $44, $45, $46, $47, $48, $49, $50
)
ON CONFLICT (municipality_id, id) DO UPDATE SET
    slug = excluded.slug, name = excluded.name, alternative_names = excluded.alternative_names,
    kind = excluded.kind, organization_id = excluded.organization_id, locality = excluded.locality,
    address = excluded.address, latitude = excluded.latitude, longitude = excluded.longitude,
    approximate_position = excluded.approximate_position, collective = excluded.collective,
    mobile = excluded.mobile, status = excluded.status, status_note = excluded.status_note,
    opens_from = excluded.opens_from, hours_rule = excluded.hours_rule,
    hours_complete = excluded.hours_complete, hours_note = excluded.hours_note,
    hours_days_per_week = excluded.hours_days_per_week, hours_opens = excluded.hours_opens,
    hours_closes = excluded.hours_closes, support = excluded.support, limitations = excluded.limitations,
    aids = excluded.aids, wifi = excluded.wifi, printing = excluded.printing, copying = excluded.copying,
    scanning = excluded.scanning, drop_in = excluded.drop_in, step_free = excluded.step_free,
    evening = excluded.evening, weekend = excluded.weekend, languages = excluded.languages,
    channels = excluded.channels, member_agencies = excluded.member_agencies,
    staff_roles = excluded.staff_roles, topics = excluded.topics,
    shares_premises_with = excluded.shares_premises_with, phone = excluded.phone,
    eligibility = excluded.eligibility, notes = excluded.notes, certainty = excluded.certainty,
    verified_on = excluded.verified_on, source = excluded.source, source_date = excluded.source_date,
    imported = excluded.imported, version = excluded.version, changed_at = excluded.changed_at
