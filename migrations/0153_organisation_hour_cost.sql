-- What an hour of a function costs on average, in the hundredth of the currency; nothing where nobody has said.
ALTER TABLE organisation_function ADD COLUMN hour_cost INTEGER;
