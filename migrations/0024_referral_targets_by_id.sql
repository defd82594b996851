-- Where a referral named its target by the slug, which programs may write too: the id, so that a target is counted once.
UPDATE referral_referral SET target_id = (
    SELECT t.id FROM directory_place t
    WHERE t.municipality_id = referral_referral.municipality_id AND t.slug = referral_referral.target_id)
WHERE target_kind = 'place' AND EXISTS (
    SELECT 1 FROM directory_place t
    WHERE t.municipality_id = referral_referral.municipality_id AND t.slug = referral_referral.target_id)
AND NOT EXISTS (
    SELECT 1 FROM directory_place t
    WHERE t.municipality_id = referral_referral.municipality_id AND t.id = referral_referral.target_id);

UPDATE referral_referral SET target_id = (
    SELECT t.id FROM directory_e_service t
    WHERE t.municipality_id = referral_referral.municipality_id AND t.slug = referral_referral.target_id)
WHERE target_kind = 'e_service' AND EXISTS (
    SELECT 1 FROM directory_e_service t
    WHERE t.municipality_id = referral_referral.municipality_id AND t.slug = referral_referral.target_id)
AND NOT EXISTS (
    SELECT 1 FROM directory_e_service t
    WHERE t.municipality_id = referral_referral.municipality_id AND t.id = referral_referral.target_id);

UPDATE referral_referral SET target_id = (
    SELECT t.id FROM directory_contact t
    WHERE t.municipality_id = referral_referral.municipality_id AND t.slug = referral_referral.target_id)
WHERE target_kind = 'contact' AND EXISTS (
    SELECT 1 FROM directory_contact t
    WHERE t.municipality_id = referral_referral.municipality_id AND t.slug = referral_referral.target_id)
AND NOT EXISTS (
    SELECT 1 FROM directory_contact t
    WHERE t.municipality_id = referral_referral.municipality_id AND t.id = referral_referral.target_id);

UPDATE referral_referral SET target_id = (
    SELECT t.id FROM directory_service t
    WHERE t.municipality_id = referral_referral.municipality_id AND t.slug = referral_referral.target_id)
WHERE target_kind IN ('service', 'activity') AND EXISTS (
    SELECT 1 FROM directory_service t
    WHERE t.municipality_id = referral_referral.municipality_id AND t.slug = referral_referral.target_id)
AND NOT EXISTS (
    SELECT 1 FROM directory_service t
    WHERE t.municipality_id = referral_referral.municipality_id AND t.id = referral_referral.target_id);
