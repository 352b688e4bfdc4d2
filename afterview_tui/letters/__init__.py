"""Letters: drafted from the facts of an interview, and checked before they go out.

Pure functions on domain records. The wordings are data, in `templates/`.
"""
