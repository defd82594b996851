-- What a service costs, in öre. Nothing: it is free.
ALTER TABLE directory_service ADD COLUMN price INTEGER;
