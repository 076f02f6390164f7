"""Target groups, and selection files about nuisance and arrears."""
