"""Screens: places of their own."""
