"""E-mails owed and e-mails sent."""
