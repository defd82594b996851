-- No row where the same was sent before.
INSERT INTO activities_sign_up (municipality_id, id, session_id, turn, persons, state, to_tell, code_hash, language, created_at,
    found_us)
VALUES ($1, $2, $3, $4, $5, $6, '', $7, $8, $9, $10)
ON CONFLICT (municipality_id, id) DO NOTHING
