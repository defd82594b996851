SELECT DISTINCT municipality_id FROM activities_activity WHERE title_order = '' AND search_text = ''
