"""The sample house: the launch as it was announced, and people who were made up."""
