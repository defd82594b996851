INSERT INTO indicators_figures (indicator_id, year, gender, packed, origin, changed_at)
VALUES ($1, $2, $3, $4, $5, $6)
ON CONFLICT (indicator_id, year, gender) DO UPDATE SET packed = excluded.packed, origin = excluded.origin,
    changed_at = excluded.changed_at
