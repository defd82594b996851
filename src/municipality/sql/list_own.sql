SELECT id, country, name, county_name, population, population_year, latitude, longitude FROM municipality_own
