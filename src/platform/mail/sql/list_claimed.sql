SELECT id, claim FROM mail_letter WHERE ended_at IS NULL AND state IN ('sending', 'handing over') LIMIT 200
