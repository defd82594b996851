SELECT name, owner, version FROM kept_version
