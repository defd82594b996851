SELECT id FROM mail_letter
WHERE municipality_id = $1 AND matter = $2 AND is_overtaken = 0
      AND (state IN ('refused', 'unanswered', 'expired', 'seen to', 'dropped') OR (ended_at IS NULL AND reason <> ''))
LIMIT 1
