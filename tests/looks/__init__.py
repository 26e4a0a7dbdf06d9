"""How it looks and what it weighs: `make pictures`, `make weights`, `make lighthouse`."""
