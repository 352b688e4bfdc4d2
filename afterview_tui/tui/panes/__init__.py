"""The four panes. Each shows what it is given and posts what the user does."""
