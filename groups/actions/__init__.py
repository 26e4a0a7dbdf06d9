"""What people do in groups and rooms."""
