-- Counted in kept_version since.
DROP TABLE taxonomy_version;
