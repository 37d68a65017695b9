"""The exercises: one file for each, found by being here."""
