"""How it looks and what it weighs: `make pictures`, `make meeting`, `make weights`, `make lighthouse`."""
