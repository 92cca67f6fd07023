"""The search for a plan, in arrays of whole numbers. Only `mix` and `progress` can be imported without NumPy and SciPy."""
