-- Of all that an entry sent on, those who were referred on, too.
UPDATE referral_sent SET asker = $3 WHERE municipality_id = $1 AND inquiry_id = $2 AND asker <> $3
