-- What ran each night under this name is the job retention_run: no server knows "purge" any more.
DELETE FROM jobs_job WHERE kind = 'purge' AND state <> 'running';
DELETE FROM jobs_schedule WHERE kind = 'purge';
