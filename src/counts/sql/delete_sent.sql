DELETE FROM counts_sent
WHERE (municipality_id, actor, sent_key) IN (
    SELECT municipality_id, actor, sent_key FROM counts_sent WHERE created_at < $1 LIMIT $2)
