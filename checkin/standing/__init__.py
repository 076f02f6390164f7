"""Standing check-ins: tenants who asked to be asked, every day or every week."""
