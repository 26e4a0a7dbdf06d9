"""Pages of groups and rooms."""
