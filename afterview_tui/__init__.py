"""afterview-tui: what to do after a job interview, in the terminal."""

__version__ = "0.1.0"
