-- A later word stands, or goes with these words in its place.
SELECT kind FROM mail_letter
WHERE municipality_id = $1 AND matter = $2 AND is_overtaken = 0
      AND state IN ('waiting', 'sending', 'handing over', 'refused', 'unanswered', 'expired', 'seen to')
