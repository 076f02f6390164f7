"""Alarms: danger rings people until somebody answers, and a promise that is about to lapse is told in time."""
