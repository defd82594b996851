-- What staff can tell in another way: a link for a password is about no page. Recipient '' where it is kept no more.
SELECT id, municipality_id, kind, state, recipient, created_at, due_at, attempts, unanswered, reason, path
FROM mail_letter
WHERE municipality_id = $1 AND path <> '' AND state IN ('refused', 'unanswered', 'expired') AND ($2 = '' OR path = $2)
ORDER BY id DESC
LIMIT 200
