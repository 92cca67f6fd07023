"""The whole house in one file, and back again."""
