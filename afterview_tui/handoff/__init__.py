"""What leaves the program: copied text and text files.

Nothing here may write to the screen or claim more than was checked. This file
imports nothing, so that a module below it can be loaded on its own.
"""
