"""Persons, who are the users, and how they sign in; hats, and keepers of the house."""
