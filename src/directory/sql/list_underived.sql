SELECT municipality_id FROM directory_place WHERE name_order = '' AND search_text = ''
UNION
SELECT municipality_id FROM directory_service WHERE title_order = '' AND search_text = ''
UNION
SELECT municipality_id FROM directory_e_service WHERE name_order = '' AND search_text = ''
UNION
SELECT municipality_id FROM directory_contact WHERE title_order = '' AND search_text = ''
