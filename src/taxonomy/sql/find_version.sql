SELECT version FROM taxonomy_version WHERE id = 1
