SELECT COUNT(CASE WHEN ended_at IS NULL THEN 1 END) AS waiting,
       COUNT(CASE WHEN state IN ('refused', 'unanswered', 'expired') THEN 1 END) AS in_trouble,
       MIN(CASE WHEN ended_at IS NULL THEN created_at END) AS oldest_waiting
FROM mail_letter
