SELECT secret FROM accounts_secret WHERE purpose = $1
