-- Counted in kept_version since.
DROP TABLE municipality_version;
