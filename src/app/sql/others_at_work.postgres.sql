SELECT COUNT(*) AS others FROM pg_stat_activity
WHERE datname = current_database() AND application_name = 'digilots' AND pid <> pg_backend_pid()
