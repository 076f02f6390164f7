"""The words of each language, for a coordinator to read and to add to; see docs/recipes.md, “add a language”."""
