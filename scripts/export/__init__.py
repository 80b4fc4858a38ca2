"""Files to take along, made from the built site."""
