SELECT DISTINCT key_day FROM surveys_spool
