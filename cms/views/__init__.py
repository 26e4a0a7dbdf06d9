"""Pages of the library that are no single page."""
