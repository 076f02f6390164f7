"""What follows from a talk: follow-ups, referrals, gifts, observations, how it was, and corrections."""
