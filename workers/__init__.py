"""The RQ side of checkin: what happens after a row was written."""
