-- A voucher that is entered already is found before it is entered once more.
CREATE INDEX budget_actual_voucher ON budget_actual (municipality_id, voucher, day);
