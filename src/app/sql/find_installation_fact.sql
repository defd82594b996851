SELECT value FROM app_installation WHERE key = $1
