-- What a record's tasks are.
CREATE INDEX tasks_task_about ON tasks_task (municipality_id, about, state, due) WHERE about <> '';
