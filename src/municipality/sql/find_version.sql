SELECT version FROM municipality_version WHERE id = 1
