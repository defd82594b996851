-- What is arranged stood among the services of the directory. It moves here with its id, and keeps the name that it had in
-- addresses. Help that goes on, such as drop-in, stays a service at its place.
ALTER TABLE activities_activity ADD COLUMN frequency TEXT NOT NULL DEFAULT '';          -- how often, as it was stated
ALTER TABLE activities_activity ADD COLUMN for_whom TEXT NOT NULL DEFAULT '';           -- in words, beside the target groups
ALTER TABLE activities_activity ADD COLUMN held_at TEXT NOT NULL DEFAULT '';            -- where, in words
ALTER TABLE activities_activity ADD COLUMN state TEXT NOT NULL DEFAULT '';              -- planned, paused, '' it is held
ALTER TABLE activities_activity ADD COLUMN notes TEXT NOT NULL DEFAULT '';              -- for staff
ALTER TABLE activities_activity ADD COLUMN source TEXT NOT NULL DEFAULT '';             -- of what a mapping says
ALTER TABLE activities_activity ADD COLUMN moved_from TEXT NOT NULL DEFAULT '';         -- its slug in the directory
ALTER TABLE activities_activity ADD COLUMN import_version INTEGER;                      -- that a mapping wrote: no other is overwritten

INSERT INTO activities_activity (municipality_id, id, version, created_at, changed_at, ended_at, search_text, title, title_order,
    slug, kind, purpose, about, topics, target_groups, languages, price, leader, host, campaign, equipment, place, per_term,
    needs_sign_up, cancels_itself, discreet, unit, is_published,
    frequency, for_whom, held_at, state, notes, source, moved_from, import_version)
SELECT s.municipality_id, s.id, s.version, s.created_at, s.changed_at,
    CASE WHEN s.status = 'closed' THEN s.changed_at ELSE '' END, '', s.title, '',
    CASE WHEN EXISTS (SELECT 1 FROM activities_activity a WHERE a.municipality_id = s.municipality_id AND a.slug = s.slug)
        THEN s.slug || '-' || s.id ELSE s.slug END,
    s.activity_kind,
    CASE WHEN s.activity_kind IN ('lecture', 'workshop', 'short_course', 'study_circle', 'internal_training')
        THEN 'competence' ELSE 'support' END,
    s.description, s.topics, '', '', NULL, '', s.delivered_by, '', '', s.place_id, NULL,
    1, 0, 0, s.unit, 1,
    s.frequency, s.target_groups, '', CASE WHEN s.status IN ('planned', 'to_verify') THEN 'planned'
        WHEN s.status = 'paused' THEN 'paused' ELSE '' END,
    s.notes || CASE WHEN s.hours_rule <> '' OR s.hours_note <> '' THEN
        CASE WHEN s.notes <> '' THEN '. ' ELSE '' END || s.hours_rule || CASE WHEN s.hours_rule <> '' AND s.hours_note <> ''
            THEN ', ' ELSE '' END || s.hours_note ELSE '' END,
    s.source, s.slug,
    CASE WHEN s.imported = 1 AND NOT EXISTS (SELECT 1 FROM directory_fact_edit e WHERE e.municipality_id = s.municipality_id
        AND e.record_kind = 'service' AND e.record_id = s.id) THEN s.version END
FROM directory_service s
WHERE s.kind = 'activity' AND s.activity_kind NOT IN ('', 'drop_in', 'tutoring', 'booked_tutoring', 'coaching',
    'assisted_digital_visit', 'entrance_hosting', 'device_lending');
