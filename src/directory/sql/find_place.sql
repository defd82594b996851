SELECT
    municipality_id, id, slug, name, alternative_names, kind, organization_id, locality, address, latitude,
    longitude, approximate_position, collective, mobile, status, status_note, opens_from, hours_rule,
    hours_complete, hours_note, hours_days_per_week, hours_opens, hours_closes, support, limitations, aids,
    wifi, printing, copying, scanning, drop_in, step_free, evening, weekend, languages, channels,
    member_agencies, staff_roles, topics, shares_premises_with, phone, eligibility, notes, certainty,
    verified_on, source, source_date, imported, version, changed_at
FROM directory_place
WHERE municipality_id = $1 AND id = $2
