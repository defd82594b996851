SELECT period, table_key, cells, counted FROM owners_figure WHERE municipality_id = $1 AND about = $2
