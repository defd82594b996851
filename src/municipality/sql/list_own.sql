SELECT id, country, name, county_name, population, population_year, latitude, longitude, made_up FROM municipality_own
