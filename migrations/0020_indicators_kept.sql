-- Counted in kept_version since.
DROP TABLE indicators_version;
