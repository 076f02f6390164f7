"""The local phone network: telephones, texts and calls over the provider's own wire, without an account."""
