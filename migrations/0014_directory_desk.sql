-- The place where every search ends where no administrator has chosen one. It stays until it closes: a new office takes
-- over only where somebody chooses it. What it has been so far: by kind, then by name.
ALTER TABLE directory_version ADD COLUMN desk TEXT NOT NULL DEFAULT '';

UPDATE directory_version SET desk = COALESCE((
    SELECT place.id
    FROM directory_place AS place
    WHERE place.municipality_id = directory_version.municipality_id AND place.status = 'open'
    ORDER BY
        CASE WHEN place.kind IN (
            'municipal_service_centre', 'contact_centre', 'citizens_office', 'reception', 'library',
            'library_digidelcenter', 'digidelcenter', 'library_branch', 'town_hall') THEN 0 ELSE 1 END,
        place.collective,
        CASE place.kind
            WHEN 'municipal_service_centre' THEN 1
            WHEN 'contact_centre' THEN 2
            WHEN 'citizens_office' THEN 3
            WHEN 'reception' THEN 4
            WHEN 'library' THEN 5
            WHEN 'library_digidelcenter' THEN 6
            WHEN 'digidelcenter' THEN 7
            WHEN 'library_branch' THEN 8
            WHEN 'town_hall' THEN 9
            ELSE 10 END,
        place.name,
        place.id
    LIMIT 1), '');
