"""Tools without a word of the domain: time, e-mails' tokens, form fields, headers, the database."""
