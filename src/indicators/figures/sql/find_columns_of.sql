SELECT indicator_id, year, gender, packed FROM json_each($1) AS wanted
JOIN indicators_figures ON indicator_id = json_extract(wanted.value, '$[0]') AND year = json_extract(wanted.value, '$[1]')
