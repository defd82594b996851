INSERT INTO directory_e_service (
    municipality_id, id, slug, name, department, url, e_id_required, e_id_possible, paper_form,
    digital_only, contact_id, contact_role, first_line_roles, languages, topics, words, delivered_via,
    attachments, reapply_rule, status, notes, verified_on, source, source_date, imported, version,
    changed_at
) VALUES (
    $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22,
    $23, $24, $25, $26, $27
)
ON CONFLICT (municipality_id, id) DO UPDATE SET
    slug = excluded.slug, name = excluded.name, department = excluded.department, url = excluded.url,
    e_id_required = excluded.e_id_required, e_id_possible = excluded.e_id_possible,
    paper_form = excluded.paper_form, digital_only = excluded.digital_only,
    contact_id = excluded.contact_id, contact_role = excluded.contact_role,
    first_line_roles = excluded.first_line_roles, languages = excluded.languages, topics = excluded.topics,
    words = excluded.words, delivered_via = excluded.delivered_via, attachments = excluded.attachments,
    reapply_rule = excluded.reapply_rule, status = excluded.status, notes = excluded.notes,
    verified_on = excluded.verified_on, source = excluded.source, source_date = excluded.source_date,
    imported = excluded.imported, version = excluded.version, changed_at = excluded.changed_at
