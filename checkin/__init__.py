"""Ask tenants how they are, and have a person ring back everyone who would like that."""
