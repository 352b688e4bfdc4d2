"""The rules of the four steps, one module each: from an interview's facts to its lines."""
