"""What the `checkin` command does: each reads its arguments, opens the house and calls a service."""
