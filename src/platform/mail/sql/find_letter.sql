SELECT id, municipality_id, kind, state, recipient, created_at, due_at, attempts, unanswered, reason, path, matter, record, about, unit,
       name, begins_at, seen_to_by, seen_to_at, CASE WHEN subject <> '' THEN 1 ELSE 0 END AS is_kept
FROM mail_letter
WHERE id = $1
