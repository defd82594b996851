-- A network reads released tables: that is what its keys may do, old ones too.
UPDATE accounts_token SET scopes = 'statistics:public' WHERE network <> '';
