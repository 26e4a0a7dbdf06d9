"""How hard words are to read. Pure: no database, no settings."""
