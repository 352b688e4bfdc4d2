"""The one SQLite file: the only place with SQL.

Records go in and out as the frozen dataclasses of `domain.records`. Every
change passes through one door (`changes`), which is why all of it can be undone.
"""
