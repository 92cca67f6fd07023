"""Letters owed and letters sent."""
