INSERT INTO municipality_own (id, country, name, county_name, population, population_year, latitude, longitude, added_at,
                              made_up)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
ON CONFLICT (id) DO UPDATE SET country = excluded.country, name = excluded.name, county_name = excluded.county_name,
                               population = excluded.population, population_year = excluded.population_year,
                               latitude = excluded.latitude, longitude = excluded.longitude, made_up = excluded.made_up
