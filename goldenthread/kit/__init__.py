"""Tools without a word of the domain: time, letters' tokens, form fields, headers, the database."""
