"""What is shown of groups and rooms."""
