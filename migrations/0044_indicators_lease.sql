-- Who alone fetches or imports from a source is kept in jobs_lease.
DROP TABLE indicators_lease;
