"""What rooms share: forms, pages, lists, texts, and what is drawn."""
