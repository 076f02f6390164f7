"""What happened in a week, to read and to export."""
