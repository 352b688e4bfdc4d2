"""What is done in the panes. Each kind of work is handed the desk and the front."""
