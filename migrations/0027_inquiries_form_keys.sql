-- A form's key stands for one content each, no longer for the first alone. Keys of programs stay as they are.
UPDATE inquiries_idempotency SET idempotency_key = idempotency_key || ':' || body_hash
WHERE idempotency_key LIKE 'form:%' AND actor NOT LIKE 'token:%';
