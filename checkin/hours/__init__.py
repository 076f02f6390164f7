"""The landlord's times: kept in the database, changed on a screen, followed by everything that asks or promises."""
