SELECT
    municipality_id, id, slug, name, department, url, e_id_required, e_id_possible, paper_form,
    digital_only, contact_id, contact_role, first_line_roles, languages, topics, words, delivered_via,
    attachments, reapply_rule, status, notes, verified_on, source, source_date, imported, version,
    changed_at
FROM directory_e_service
WHERE municipality_id = $1
ORDER BY id
