"""A room every test of the desk can report about, without any feature behind it."""
