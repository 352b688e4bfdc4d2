"""What the program knows: records and rules as plain Python.

No SQL, no Textual, no files. Today's date is always an argument.
"""
