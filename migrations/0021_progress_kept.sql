-- Counted in kept_version since.
DROP TABLE progress_version;
