"""Drafts of letters, from the facts of an interview. The wordings are data, in `templates/`."""
