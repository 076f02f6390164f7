"""The provider's wire; the only place that knows its name."""
