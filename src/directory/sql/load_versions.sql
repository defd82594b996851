SELECT municipality_id, version FROM directory_version
