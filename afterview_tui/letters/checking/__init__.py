"""What to look at before a letter goes out: pure functions of a letter and the names on file."""
