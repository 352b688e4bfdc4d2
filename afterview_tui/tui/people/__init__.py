"""The address book, and what letters say about the user."""
