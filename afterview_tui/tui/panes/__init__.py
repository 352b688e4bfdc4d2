"""The four panes. Each shows what it is given; its keys call the work that is done in it."""
