"""The English words of the screens; the Dutch ones stand in the code itself."""
