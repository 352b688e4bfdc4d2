"""The command line: the same records and rules without a screen."""
