INSERT INTO referral_sent (municipality_id, id, at, from_place, target_kind, target_id, target_title, topic, handover,
                               reason, outcome, inquiry_id, follows, asker)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
