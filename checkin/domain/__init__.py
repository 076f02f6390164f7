"""The rules of the service: pure values and decisions, readable by a coordinator."""
