-- What staff can tell in another way: a link for a password is about no page. Recipient '' where it is kept no more. One that is
-- tried again is among them once it was tried some times, or is an hour old, or what it tells of begins soon.
SELECT id, municipality_id, kind, state, recipient, created_at, due_at, attempts, unanswered, reason, path, matter, record, about, unit,
       name, begins_at, seen_to_by, seen_to_at, CASE WHEN subject <> '' THEN 1 ELSE 0 END AS is_kept
FROM mail_letter
WHERE municipality_id = $1 AND path <> '' AND ($2 = '' OR path = $2 OR matter = $2)
      AND (state IN ('refused', 'unanswered', 'expired', 'seen to')
           OR (ended_at IS NULL AND is_overtaken = 0 AND reason <> ''
               AND (attempts >= 3 OR created_at <= $3 OR (begins_at <> '' AND begins_at <= $4))))
ORDER BY id DESC
LIMIT 200
