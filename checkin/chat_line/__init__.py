"""The chat line: tenants who ring us, and colleagues who speak with them now."""
