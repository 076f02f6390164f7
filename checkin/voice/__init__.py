"""The telephone menu in somebody's own voice: recordings of its sentences, and which of them are played."""
